// An item that everyone may see in an invented neighbourhood, for the tests of stores and actions.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "capabilities/comments/actions/place_comment.hpp"
#include "capabilities/comments/store.hpp"
#include "platform/db/testing.hpp"

namespace wijktafel::comments::testing {

inline const std::string parkbuurt = "BU00010101";
inline const std::string havenbuurt = "BU00010102";

class Talk {
 public:
  explicit Talk(db::Engine engine = db::Engine::sqlite);

  db::Database& database() { return *database_; }
  Instant now() const { return now_; }
  void later(std::chrono::milliseconds by) { now_ += by; }
  ItemId item() const { return item_; }
  ItemId add_item(items::Visibility visibility = items::Visibility::everyone);
  identity::PersonId add_person(std::string_view name);

  // A visitor, not confirmed yet.
  Result<Placed, PlaceRefusal> write(std::string_view text, std::string_view mail = "noor@voorbeeld.invalid",
                                     std::string_view network = "203.0.113.0/24");
  // Somebody signed in.
  Result<Placed, PlaceRefusal> say(identity::PersonId person, std::string_view text,
                                   std::optional<CommentId> reply_to = std::nullopt);
  store::CommentRow row(CommentId id);
  // What the history of the item says, oldest first, without its first entry.
  std::vector<std::string> history();
  std::int64_t jobs_waiting(std::string_view kind);
  void moderate_first();

 private:
  std::unique_ptr<db::Database> database_;
  Instant now_ = parse_instant("2026-01-12T10:00:00+01:00").value();
  ItemId item_{};
};

Actor actor_of(identity::PersonId person);
Actor moderator();

}  // namespace wijktafel::comments::testing
