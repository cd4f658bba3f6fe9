#include "capabilities/open311/reads/token.hpp"

#include "capabilities/open311/catalogue.hpp"
#include "capabilities/open311/key_store.hpp"
#include "capabilities/open311/request_store.hpp"

namespace wijktafel::open311 {

std::optional<std::string> answer_for_token(const web::Call& call, db::Transaction& tx,
                                            std::string_view token, Format format) {
  const auto received = store::find_by_token(tx, token);
  if (!received) return std::nullopt;
  const bool is_public =
      !store::list_requests(
           tx, {.secret_themes = theme_names(call, tx).secret, .ids = {raw(received->item)}, .most = 1})
           .empty();
  Document document(format);
  document.open_list("service_requests");
  document.open("request");
  document.text("service_request_id", is_public ? std::to_string(raw(received->item)) : "");
  document.text("token", token);
  document.close();
  document.close();
  return document.take();
}

}  // namespace wijktafel::open311
