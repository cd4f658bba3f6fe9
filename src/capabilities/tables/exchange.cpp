#include "capabilities/tables/exchange.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/tables/actions/hold_meeting.hpp"
#include "capabilities/tables/actions/plan_meeting.hpp"
#include "capabilities/tables/actions/set_agenda.hpp"
#include "capabilities/tables/actions/set_rules.hpp"
#include "capabilities/tables/actions/take_decision.hpp"
#include "capabilities/tables/meeting_story.hpp"
#include "capabilities/tables/reads/known_people.hpp"
#include "capabilities/tables/web/refusals.hpp"

namespace wijktafel::tables {

namespace {

using namespace std::chrono_literals;

void import_tables(db::Transaction& tx, const web::Service& service, const boost::json::value& section) {
  for (const auto& body : read_bodies(service, section)) set_rules(tx, body);
}

// --- a meeting as it happened, a step at a time; faults are named by the step they are in ---

// What a step works with.
struct Moment {
  db::Transaction& tx;
  const web::Service& service;
  Instant now;
  identity::Actor actor;
};

template <class T>
T done(const Moment& moment, Result<T, TableRefusal> result) {
  if (!result) {
    const auto call = web::job_call(moment.service, i18n::Language::en, moment.now);
    throw Failure(in_words(call, said_of(call, result.error())));
  }
  if constexpr (!std::is_void_v<T>) return *result;
}

identity::Actor actor_named(db::Transaction& tx, Instant as_of, const std::string& key) {
  if (key.empty()) return identity::system_actor();
  const auto actor = accounts::actor_by_key(tx, as_of, key);
  if (!actor) throw Failure("there is no person " + key);
  return *actor;
}

ItemId item_named(db::Transaction& tx, const std::string& key) {
  const auto item = items::find_by_key(tx, key);
  if (!item) throw Failure("there is no " + key + " yet");
  return *item;
}

class Teller {
 public:
  Teller(const MeetingStory& meeting, Instant imported_at, std::vector<web::Step>& steps)
      : meeting_(std::make_shared<const MeetingStory>(meeting)), imported_at_(imported_at), steps_(steps) {}

  void tell() {
    tell_planning();
    if (!meeting_->held) return;
    tell_coming_together();
    tell_decisions();
    tell_end();
  }

 private:
  using Act = std::function<void(const Moment&, const MeetingStory&)>;

  void add(Instant at, const std::string& what, Act act) {
    const auto apply = [at, as_of = as_of(at), act = std::move(act), meeting = meeting_](
                           db::Transaction& tx, const web::Service& service) {
      act({tx, service, at, actor_named(tx, as_of, meeting->planned_by)}, *meeting);
    };
    steps_.push_back({.at = at, .name = "meetings " + meeting_->key + ": " + what, .apply = apply});
  }
  // Roles were given when the people were imported, so they are looked up as of then.
  Instant as_of(Instant at) const { return std::max(at, imported_at_); }

  void tell_planning();
  void tell_coming_together();
  void tell_decisions();
  void tell_end();

  std::shared_ptr<const MeetingStory> meeting_;
  Instant imported_at_;
  std::vector<web::Step>& steps_;
};

void put_on_agenda(const Moment& moment, const MeetingStory& meeting, const PointStory& point) {
  AddAgendaItem form{.meeting = item_named(moment.tx, meeting.key), .title = point.title};
  if (!point.subject.empty()) form.subject = item_named(moment.tx, point.subject);
  const auto id = done(moment, add_agenda_item(moment.tx, moment.now, moment.actor, meeting.area, form));
  items::set_key(moment.tx, point.key, id);
  // The file tells the agenda in its final order: a point that was added later goes up to its place.
  const auto follows = std::ranges::find(meeting.agenda, point.key, &PointStory::key) + 1;
  const auto already_there =
      std::ranges::count_if(follows, meeting.agenda.end(),
                            [&](const PointStory& other) { return other.added_at < point.added_at; });
  for (auto i = already_there; i > 0; --i)
    done(moment, move_agenda_item(moment.tx, moment.now, moment.actor, id, Direction::up));
}

void Teller::tell_planning() {
  add(meeting_->planned_at, "planned", [](const Moment& moment, const MeetingStory& meeting) {
    const auto id = done(moment, plan_meeting(moment.tx, moment.now, moment.actor,
                                              {.area = meeting.area,
                                               .title = meeting.title,
                                               .begins_at = meeting.begins_at,
                                               .place = meeting.place,
                                               .online_link = meeting.online_link,
                                               .is_public = meeting.is_public}));
    items::set_key(moment.tx, meeting.key, id);
  });
  for (const auto& point : meeting_->agenda)
    add(point.added_at, "agenda " + point.key, [point](const Moment& moment, const MeetingStory& meeting) {
      put_on_agenda(moment, meeting, point);
    });
}

void keep_attendance(const Moment& moment, const MeetingStory& meeting, Instant as_of) {
  const auto known = known_people(moment.tx, meeting.area.lineage, as_of);
  std::vector<Attendance> present;
  int residents = meeting.other_residents;
  for (const auto& key : meeting.attendance) {
    const auto person = accounts::find_by_key(moment.tx, key);
    if (!person) throw Failure("there is no person " + key);
    const auto found = std::ranges::find(known, *person, &KnownPerson::person);
    // A resident is counted, not listed.
    if (found == known.end()) {
      ++residents;
    } else {
      present.push_back(found->present());
    }
  }
  done(moment, record_attendance(moment.tx, moment.now, moment.actor, item_named(moment.tx, meeting.key),
                                 present, residents));
}

void Teller::tell_coming_together() {
  const Instant begins_at = meeting_->begins_at;
  add(begins_at, "begun", [](const Moment& moment, const MeetingStory& meeting) {
    done(moment, begin_meeting(moment.tx, moment.now, moment.actor, item_named(moment.tx, meeting.key)));
  });
  add(begins_at + 10min, "attendance",
      [as_of = as_of(begins_at)](const Moment& moment, const MeetingStory& meeting) {
        keep_attendance(moment, meeting, as_of);
      });
  for (const auto& point : meeting_->agenda) {
    if (point.discussion.empty()) continue;
    add(begins_at + 45min, "discussion of " + point.key, [point](const Moment& moment, const MeetingStory&) {
      done(moment, record_discussion(moment.tx, moment.now, moment.actor, item_named(moment.tx, point.key),
                                     point.discussion));
    });
  }
}

void decide(const Moment& moment, const MeetingStory& meeting, const DecisionStory& decision) {
  const auto id = done(moment, take_decision(moment.tx, moment.now, moment.actor, meeting.area,
                                             {.agenda_item = item_named(moment.tx, decision.agenda),
                                              .text = decision.text,
                                              .kind = decision.kind,
                                              .taken_by = decision.taken_by,
                                              .votes = decision.votes,
                                              .advice_to = decision.advice_to,
                                              .answer_before = decision.answer_before,
                                              .regulation = decision.regulation,
                                              .wants_follow_up = decision.wants_follow_up}));
  items::set_key(moment.tx, decision.key, id);
  for (const auto& next : decision.leads_to) lead_to(moment.tx, moment.now, id, item_named(moment.tx, next));
}

void Teller::tell_decisions() {
  const auto count = static_cast<std::int64_t>(meeting_->decisions.size());
  std::int64_t number = 0;
  for (const auto& decision : meeting_->decisions) {
    const auto later = std::chrono::milliseconds(30min) * number++ / count;
    add(meeting_->begins_at + 60min + later, "decision " + decision.key,
        [decision](const Moment& moment, const MeetingStory& meeting) { decide(moment, meeting, decision); });
  }
}

void Teller::tell_end() {
  const Instant ended_at = meeting_->begins_at + 2h;
  add(ended_at, "ended", [](const Moment& moment, const MeetingStory& meeting) {
    done(moment, end_meeting(moment.tx, moment.now, moment.actor, item_named(moment.tx, meeting.key)));
  });
  if (meeting_->minutes.empty()) return;
  // A week later, or now when that week is not over yet.
  Instant written_at = ended_at + std::chrono::days(7);
  if (written_at > imported_at_ && imported_at_ > ended_at) written_at = imported_at_;
  add(written_at, "minutes", [](const Moment& moment, const MeetingStory& meeting) {
    const auto id = item_named(moment.tx, meeting.key);
    done(moment, write_minutes(moment.tx, moment.now, moment.actor, id, meeting.minutes));
    if (meeting.minutes_adopted) done(moment, adopt_minutes(moment.tx, moment.now, moment.actor, id));
  });
}

std::vector<web::Step> meeting_steps(const web::Service& service, const boost::json::value& section) {
  std::vector<web::Step> steps;
  for (const auto& meeting : read_meetings(service, section))
    Teller(meeting, service.clock.now(), steps).tell();
  return steps;
}

}  // namespace

std::vector<web::Exchange> exchanges() {
  return {{.section = "tables", .order = 0, .import = import_tables},
          {.section = "meetings", .order = 1, .steps = meeting_steps}};
}

}  // namespace wijktafel::tables
