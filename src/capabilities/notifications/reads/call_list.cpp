#include "capabilities/notifications/reads/call_list.hpp"

#include <algorithm>

namespace wijktafel::notifications {
namespace {

bool is_in(const web::Call& call, const items::Item& item) {
  const auto area = call.service.find_area(item.area);
  return area && std::ranges::find(area->lineage, call.area->key) != area->lineage.end();
}

std::vector<PersonToCall> people_of(const web::Call& call, db::Transaction& tx,
                                    const std::vector<store::WaitingCall>& calls) {
  std::vector<PersonToCall> people;
  for (const auto& waiting : calls) {
    auto person = std::ranges::find(people, waiting.follower, &PersonToCall::follower);
    if (person == people.end()) {
      auto followed = items::find_visible(call, tx, waiting.followed);
      if (!followed || !is_in(call, *followed)) continue;
      people.push_back({.follower = waiting.follower,
                        .followed = *std::move(followed),
                        .name = waiting.name,
                        .news = {},
                        .last_call = 0});
      person = std::prev(people.end());
    }
    person->last_call = std::max(person->last_call, waiting.id);
    auto item = items::find_visible(call, tx, waiting.item);
    auto sentence = items::entry_sentence(call, tx, waiting.item, waiting.sequence);
    if (!item || !sentence) continue;
    auto entry = items::entry_text(tx, waiting.item, waiting.sequence);
    person->news.push_back({.item = *std::move(item),
                            .sentence = *std::move(sentence),
                            .text = entry ? std::move(entry->text) : "",
                            .at = waiting.asked_at});
  }
  return people;
}

}  // namespace

std::vector<PersonToCall> list_people_to_call(const web::Call& call, db::Transaction& tx) {
  return people_of(call, tx, store::waiting_calls(tx, calls_read));
}

std::optional<PersonToCall> find_person_to_call(const web::Call& call, db::Transaction& tx,
                                                store::FollowerId follower) {
  auto people = people_of(call, tx, store::waiting_calls_of(tx, follower));
  if (people.empty()) return std::nullopt;
  return std::move(people.front());
}

}  // namespace wijktafel::notifications
