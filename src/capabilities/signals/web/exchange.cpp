// A story becomes steps, each through the same action as a press of a button.
#include "capabilities/signals/web/exchange.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/ask_whether_still_so.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/pick_up_signal.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/model/working_days.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/story_work.hpp"

namespace wijktafel::signals {
namespace {

// What a promise is counted from when the story does not say when.
constexpr int days_unless_said = 10;

ReporterContact contact_of(db::Transaction& tx, PersonId person) {
  ReporterContact contact{.person = person};
  const auto mail = accounts::mail_address_of(tx, person);
  if (!mail || mail->address.empty()) return contact;
  contact.reach = Reach::mail;
  contact.address = mail->address;
  contact.name = mail->name;
  contact.language = mail->language;
  contact.follow_token = random_token();
  return contact;
}

void report(const StoryTeller& teller) {
  const auto& story = teller.story;
  auto& tx = teller.tx;
  if (items::find_by_key(tx, story.key())) teller.wrong("was imported before");
  const auto area = teller.service.find_area(story.area);
  if (!area) teller.wrong(fmt::format("there is no area \"{}\"", story.area));
  auto form = story.report;
  form.theme = teller.theme(form.theme);
  form.holder = teller.organisation(story.holder);
  const bool is_named = !story.anonymous && !story.by.empty();
  const auto actor = is_named ? teller.actor(story.by, story.reported_at) : identity::visitor();
  if (actor.person) form.reporter = contact_of(tx, *actor.person);
  teller.must(story.reported_at,
              report_signal(tx, story.reported_at, actor, *area, form, follow_stem(teller.service)));
}

Date date_of(const StoryEvent& event) {
  return event.date.value_or(working_days_after(local_date(event.at), days_unless_said));
}

Outcome outcome_of(const StoryTeller& teller, const StoryEvent& event) {
  switch (event.status.value_or(Status::received)) {
    case Status::in_progress: return answer::InProgress{date_of(event)};
    case Status::planned: return answer::Planned{date_of(event)};
    case Status::waiting: return answer::Waiting{event.for_whom, date_of(event)};
    case Status::done: return answer::Done{};
    case Status::will_not_be_done: return answer::WillNotBeDone{event.possible_instead};
    case Status::forwarded: return answer::Forwarded{};
    case Status::thanked: return answer::Thanked{};
    default: teller.wrong("this status is not given by an answer");
  }
}

AssignSignal assignment_of(const StoryTeller& teller, const StoryEvent& event, const items::Item& item) {
  AssignSignal form{.title = event.title.empty() ? item.title : event.title,
                    .domains = item.domains,
                    .holder = teller.organisation(event.holder),
                    .next_date = date_of(event),
                    .open_to_neighbours = event.open_to_neighbours,
                    .priority = priority_wanted(teller, event),
                    .people = people_wanted(teller, event)};
  if (!event.theme.empty()) form.theme = teller.theme(event.theme);
  return form;
}

// Of a resident, or of the organisation that is named.
TellMore update_of(const Actor& by, const StoryEvent& event) {
  TellMore form{.text = event.text, .is_reporter = event.by.empty()};
  if (const auto own = by.organisations(); !by.person && !own.empty()) form.organisation = own.front();
  return form;
}

PickUp pick_up_of(const Actor& by, const StoryEvent& event) {
  PickUp form{.shown_name = event.name, .plan = event.text, .tells_by = date_of(event)};
  if (const auto own = by.organisations(); !by.person && !own.empty()) form.organisation = own.front();
  return form;
}

PickupNews news_of(const StoryEvent& event) {
  if (event.news == "done") return pickup::Done{};
  if (event.news == "given_back") return pickup::GivenBack{};
  if (event.news == "initiative") return pickup::BecameInitiative{event.name};
  return pickup::News{date_of(event)};
}

StillSo answer_of(const StoryEvent& event) {
  if (event.news == "lasting") return StillSo::lasting;
  return event.news == "relapsed" ? StillSo::relapsed : StillSo::unknown;
}

void happen_further(const StoryTeller& teller, const StoryEvent& event, ItemId id, const Actor& by) {
  auto& tx = teller.tx;
  const auto check = [&](const auto& done) { teller.must(event.at, done); };
  const Actor writer = event.by.empty() ? identity::visitor() : by;
  switch (event.deed) {
    case Deed::update: return check(tell_more(tx, event.at, writer, id, update_of(by, event)));
    case Deed::pick_up: return check(pick_up_signal(tx, event.at, by, id, pick_up_of(by, event)));
    case Deed::neighbours: return check(tell_of_pickup(tx, event.at, by, id, news_of(event), event.text));
    case Deed::still_so:
      return check(answer_still_so(tx, event.at, identity::visitor(), id, answer_of(event), event.text));
    default: return work_on(teller, event, id, by);
  }
}

void happen(const StoryTeller& teller, const StoryEvent& event) {
  auto& tx = teller.tx;
  const ItemId id = teller.told(teller.story.key());
  const auto by = teller.actor(event.by, event.at);
  const auto check = [&](const auto& done) { teller.must(event.at, done); };
  switch (event.deed) {
    case Deed::assign:
      return check(assign_signal(tx, event.at, by, id, assignment_of(teller, event, *items::find(tx, id))));
    case Deed::answer:
      return check(answer_signal(tx, event.at, by, id,
                                 {.text = event.text,
                                  .outcome = outcome_of(teller, event),
                                  .without_commitment = event.without_commitment}));
    case Deed::refer:
      return check(refer_signal(tx, event.at, by, id, event.care,
                                teller.service.words.text(i18n::Language::nl, "signals.refer.new_title")));
    case Deed::confirm:
      return check(confirm_signal(tx, event.at, identity::visitor(), id,
                                  event.solved ? Verdict::solved : Verdict::not_solved, event.text));
    case Deed::duplicate:
      return check(mark_duplicate(tx, event.at, by, id, raw(teller.told(event.original))));
    default: return happen_further(teller, event, id, by);
  }
}

std::vector<web::Step> steps(const web::Service&, const boost::json::value& section) {
  if (!section.is_array()) throw Failure("signals: a list is expected");
  std::vector<web::Step> all;
  for (const auto& entry : section.get_array()) {
    const auto story = read_story(entry);
    all.push_back(
        {story.reported_at, "signals " + story.key() + ": reported",
         [story](db::Transaction& tx, const web::Service& service) { report({tx, service, story}); }});
    for (const auto& event : story.events)
      all.push_back({event.at, "signals " + story.key() + ": what happened",
                     [story, event](db::Transaction& tx, const web::Service& service) {
                       happen({tx, service, story}, event);
                     }});
  }
  return all;
}

}  // namespace

web::Exchange exchange() { return {.section = "signals", .order = 0, .steps = steps}; }

}  // namespace wijktafel::signals
