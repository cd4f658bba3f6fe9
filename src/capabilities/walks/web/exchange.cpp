#include "capabilities/walks/web/exchange.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <memory>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/walks/actions/hold_walk.hpp"
#include "capabilities/walks/actions/plan_walk.hpp"
#include "capabilities/walks/web/refusals.hpp"
#include "capabilities/walks/web/story.hpp"

namespace wijktafel::walks {
namespace {

using Story = std::shared_ptr<const WalkStory>;

[[noreturn]] void wrong(const WalkStory& story, const std::string& what) {
  throw Failure("walks " + story.key + ": " + what);
}

// Roles were given when the people were imported, so they are looked up as of then.
identity::Actor actor_named(db::Transaction& tx, const WalkStory& story, const std::string& key, Instant at) {
  if (key.empty()) return identity::system_actor();
  const auto actor = accounts::actor_by_key(tx, at, key);
  if (!actor) wrong(story, "there is no person " + key);
  return *actor;
}

OrganisationId organisation_named(db::Transaction& tx, const WalkStory& story, const std::string& key) {
  const auto found = organisations::find_by_key(tx, key);
  if (!found) wrong(story, "there is no organisation " + key);
  return found->id;
}

ItemId walk_named(db::Transaction& tx, const WalkStory& story) {
  const auto item = items::find_by_key(tx, story.key);
  if (!item) wrong(story, "was not planned");
  return *item;
}

// What a step is done with: as a call by this person at this moment.
web::Call call_of(const web::Service& service, Instant at, identity::Actor actor) {
  auto call = web::job_call(service, i18n::Language::nl, at);
  call.actor = std::move(actor);
  return call;
}

template <class T>
T must(const web::Call& call, const WalkStory& story, const Result<T, WalkRefusal>& done) {
  if (!done) wrong(story, in_words(call, said_of(call, done.error())));
  if constexpr (!std::is_void_v<T>) return *done;
}

void plan(db::Transaction& tx, const web::Service& service, const WalkStory& story) {
  const auto area = service.find_area(story.area);
  if (!area) wrong(story, "there is no area " + story.area);
  const auto call =
      call_of(service, story.planned_at, actor_named(tx, story, story.planned_by, story.planned_at));
  const auto nl = i18n::Language::nl;
  PlanWalk form{.title = service.words.text(nl, "walks.title." + story.theme,
                                            {{"date", i18n::full_date(nl, local_date(story.begins_at))}}),
                .begins_at = story.begins_at,
                .meeting_place = story.meeting_place,
                .theme = story.theme,
                .others = story.others};
  for (const auto& key : story.organisations)
    form.participants.push_back({.organisation = organisation_named(tx, story, key)});
  for (const auto& key : story.people) {
    const auto actor = actor_named(tx, story, key, story.planned_at);
    const auto works_for = actor.organisations();
    form.participants.push_back(
        {.person = actor.person,
         .organisation = works_for.empty() ? std::nullopt : std::optional(works_for.front())});
  }
  const auto id = must(call, story, plan_walk(tx, call.now, call.actor, *area, form));
  items::set_key(tx, story.key, id);
  if (!story.route.empty()) must(call, story, set_route(tx, call.now, call.actor, id, story.route));
}

void write_down(db::Transaction& tx, const web::Service& service, const WalkStory& story,
                const PointStory& point) {
  const auto call = call_of(service, point.at, actor_named(tx, story, point.by, point.at));
  auto form = point.form;
  if (!point.promiser.empty()) form.promiser = organisation_named(tx, story, point.promiser);
  const auto made = make_point(call, tx, walk_named(tx, story), form);
  if (!made) wrong(story, call.text(made.error().word_key, made.error().arguments));
  if (made->signal && !point.signal_key.empty()) items::set_key(tx, point.signal_key, *made->signal);
  if (!made->commitment || point.commitment_key.empty()) return;
  items::set_key(tx, point.commitment_key, *made->commitment);
}

void report(db::Transaction& tx, const web::Service& service, const WalkStory& story,
            const PointStory& point) {
  const auto commitment = items::find_by_key(tx, point.commitment_key);
  if (!commitment) wrong(story, "nothing was promised as " + point.commitment_key);
  const auto call = call_of(service, point.done->at, actor_named(tx, story, point.done->by, point.done->at));
  const auto reported = goals::report_done(call, tx, *commitment, point.done->text, {});
  if (!reported) wrong(story, call.text(reported.error().word_key, reported.error().arguments));
}

void tell(const Story& story, std::vector<web::Step>& steps) {
  const auto add = [&](Instant at, const std::string& what, auto act) {
    steps.push_back(
        {at, "walks " + story->key + ": " + what,
         [story, act](db::Transaction& tx, const web::Service& service) { act(tx, service, *story); }});
  };
  const auto hold = [](Done (*act)(db::Transaction&, Instant, const identity::Actor&, ItemId), Instant at) {
    return [act, at](db::Transaction& tx, const web::Service& service, const WalkStory& walk) {
      const auto call = call_of(service, at, actor_named(tx, walk, walk.planned_by, at));
      must(call, walk, act(tx, at, call.actor, walk_named(tx, walk)));
    };
  };
  add(story->planned_at, "planned", plan);
  if (!story->held) return;
  const Instant ended_at = story->begins_at + std::chrono::hours(2);
  add(story->begins_at, "begun", hold(begin_walk, story->begins_at));
  for (const auto& point : story->points) {
    add(point.at, "a point",
        [point](db::Transaction& tx, const web::Service& service, const WalkStory& walk) {
          write_down(tx, service, walk, point);
        });
    if (point.done)
      add(point.done->at, "done",
          [point](db::Transaction& tx, const web::Service& service, const WalkStory& walk) {
            report(tx, service, walk, point);
          });
  }
  add(ended_at, "ended", hold(end_walk, ended_at));
}

std::vector<web::Step> walk_steps(const web::Service&, const boost::json::value& section) {
  if (!section.is_array()) throw Failure("walks: a list is expected");
  std::vector<web::Step> steps;
  for (const auto& entry : section.get_array())
    tell(std::make_shared<const WalkStory>(read_story(entry)), steps);
  return steps;
}

}  // namespace

web::Exchange exchange() { return {.section = "walks", .order = 0, .steps = walk_steps}; }

}  // namespace wijktafel::walks
