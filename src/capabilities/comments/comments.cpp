#include "capabilities/comments/comments.hpp"

#include "capabilities/comments/exchange.hpp"
#include "capabilities/comments/jobs.hpp"
#include "capabilities/comments/settings.hpp"
#include "capabilities/comments/store.hpp"
#include "capabilities/comments/web/pages.hpp"

namespace wijktafel::comments {

web::Capability capability() {
  web::Capability comments{.name = "comments", .level = 3};
  comments.routes = routes();
  comments.permissions = {{"comments.moderate", {"moderator", "coordinator"}}};
  comments.slots = {{"item_footer", 10, show_conversation}, {"my_page", 30, show_queue_links}};
  comments.jobs = comment_jobs();
  comments.listeners = {{.event = "accounts.account_erased", .kind = "comments.forget_name"},
                        {.event = "items.text_erased", .kind = "comments.destroy"}};
  comments.settings = {settings::moderated_first};
  // An address is emptied as soon as it is confirmed, and removed with its reaction a day after it was not.
  comments.personal_data = {
      {"comment", "name", "comments.purpose.name", 0},
      {"comment_writer", "mail_address", "comments.purpose.writer", 1},
      {"comment_writer", "link_token_hash", "comments.purpose.link", 0},
      {"comment_writer", "network", "comments.purpose.limits", 1},
      {"comment_report", "network", "comments.purpose.limits", 1},
  };
  comments.exchanges = {exchange()};
  return comments;
}

std::int64_t count_shown(db::Transaction& tx, ItemId item) { return store::count_shown(tx, item); }

}  // namespace wijktafel::comments
