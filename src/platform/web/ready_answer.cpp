#include "platform/web/ready_answer.hpp"

#include "platform/http/response_head.hpp"
#include "platform/web/sending.hpp"

namespace wijktafel::web {

KeptPage::Ready ready_answer(const KeptPage& page, const http::Request& request) {
  const auto known = request.header("If-None-Match");
  if (!known.empty() && names_tag(known, page.etag())) return page.ready_not_modified();
  const auto wishes = request.header("Accept-Encoding");
  return page.ready(wishes.empty() ? Encoding::none : accepted(wishes));
}

void keep_ready_answer(const KeptPage& page, const http::Request& request, http::Response response,
                       bool is_https) {
  if (ready_answer(page, request)) return;
  add_security_headers(response, is_https);
  auto ready = std::make_shared<http::Prepared>();
  ready->status = response.status;
  ready->head = http::head_start(response);
  ready->body = response.shared_body;
  if (response.status == 304) return page.keep_ready_not_modified(std::move(ready));
  page.keep_ready(accepted(request.header("Accept-Encoding")), std::move(ready));
}

}  // namespace wijktafel::web
