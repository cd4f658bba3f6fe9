#include "capabilities/signals/tell_holder.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/store.hpp"

namespace wijktafel::signals {
namespace {

// One matter does not fill the mailboxes of a whole organisation.
constexpr std::size_t people_most = 20;

void add(std::vector<PersonId>& people, PersonId person) {
  if (people.size() < people_most && std::ranges::find(people, person) == people.end())
    people.push_back(person);
}

std::vector<PersonId> named_people(db::Transaction& tx, Instant now, const items::Item& item) {
  std::vector<PersonId> people;
  if (item.contact) return {*item.contact};
  const auto row = store::find_signal(tx, item.id);
  if (row && row->team)
    for (const auto person : organisations::members_of_team(tx, *row->team)) add(people, person);
  if (people.empty() && item.holder)
    for (const auto& person : accounts::members_of(tx, *item.holder, now)) add(people, person.id);
  return people;
}

}  // namespace

std::vector<PersonId> people_who_have(db::Transaction& tx, Instant now, const items::Item& item) {
  // What only named roles may see is told to the coordinator only.
  auto named = item.visibility == items::Visibility::confidential ? std::vector<PersonId>{}
                                                                  : named_people(tx, now, item);
  if (named.empty())
    for (const auto& person :
         accounts::people_with_role(tx, "coordinator", places::lineage_of(tx, item.area), now))
      add(named, person.id);
  std::vector<PersonId> people;
  for (const auto person : named) {
    const auto deputies = accounts::deputies_of(tx, person, local_date(now));
    for (const auto& deputy : deputies) add(people, deputy.id);
    if (deputies.empty()) add(people, person);
  }
  return people;
}

void tell_holder(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now) {
  const auto item = items::find(tx, ItemId{fact_number(payload, "item")});
  if (!item || item->status == word(Status::referred)) return;
  const auto what = fact_text(payload, "what");
  const auto area = service.find_area(item->area);
  for (const auto person : people_who_have(tx, now, *item))
    notifications::tell_worker(
        service, tx, now, person,
        {.subject_key = "signals.holder_mail.subject",
         .sentence_key = "signals.holder_mail." + what,
         .arguments = {{"number", raw(item->id)}, {"area", area ? area->name : std::string()}},
         .path = items::url_of(service, *item),
         .message_id =
             fmt::format("signal-{}-{}-{}", raw(item->id), what, fact_number(payload, "sequence"))});
}

void tell_holder_later(db::Transaction& tx, Instant now, ItemId item, std::string_view what) {
  // Every write on an item raises its version by one and adds one entry.
  const auto sequence = items::find(tx, item)->version;
  jobs::enqueue(tx, "signals.tell_holder",
                {{"item", raw(item)}, {"sequence", sequence}, {"what", std::string(what)}}, now);
}

}  // namespace wijktafel::signals
