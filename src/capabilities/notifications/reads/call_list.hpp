// Who waits for a telephone call, and for which news. A person is one line, however much there is to tell.
#pragma once

#include "capabilities/notifications/store.hpp"

namespace wijktafel::notifications {

inline constexpr int calls_read = 200;

struct News {
  items::Item item;      // what the news is about
  std::string sentence;  // as it stands in the chain of the item
  std::string text;      // what was written there, "" when nothing was
  Instant at{};
};

struct PersonToCall {
  store::FollowerId follower{};
  items::Item followed;  // what they told or follow
  std::string name;      // "" when it was not given
  std::vector<News> news;
  std::int64_t last_call = 0;  // the newest of them, for the tick
};

// Of the area of the call and what lies in it; longest waiting first. Without telephone numbers; the name is
// for who looks.
std::vector<PersonToCall> list_people_to_call(const web::Call& call, db::Transaction& tx);
std::optional<PersonToCall> find_person_to_call(const web::Call& call, db::Transaction& tx,
                                                store::FollowerId follower);

}  // namespace wijktafel::notifications
