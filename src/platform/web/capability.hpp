// The manifest of a capability: everything about it that the rest of the house must know. app lists them;
// nobody else does.
#pragma once

#include <boost/json/fwd.hpp>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "platform/db/migrate.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::web {

struct Permission {
  std::string name;  // "signals.assign"
  std::set<std::string> roles;
};

// Runs in a transaction of its own; see platform/jobs. A page's words are made with job_call().
using JobHandler = std::function<void(const Service&, db::Transaction&, const Facts& payload, Instant now)>;
// For work that talks to the outside world: reads in a transaction what is to be done, and gives the work
// itself, which runs without one. See jobs::JobKinds::add_outside.
using JobPreparation = std::function<jobs::JobKinds::OutsideWork(const Service&, db::Transaction&,
                                                                 const Facts& payload, Instant now)>;

struct Job {
  std::string kind;  // "signals.record_late"
  JobHandler handler;
  std::optional<std::chrono::minutes> every = std::nullopt;
  JobPreparation prepare = {};  // set: it works outside, and `handler` records that it was done
};

// A number for whoever watches the program, read when somebody looks: summed over the municipalities.
struct Metric {
  std::string name;  // "wijktafel_forwarding_failed"
  std::string help;
  std::function<std::int64_t(db::Transaction&)> read;
};

// An event is told by jobs::enqueue(tx, "goals.goal_made", {ids}, now) inside the action; app passes it on as
// one job for each listener. Events go upwards and downwards; includes only go down.
struct Listener {
  std::string event;  // "goals.goal_made"
  std::string kind;   // of the job that hears it; declared in `jobs`
};

// The register of personal data: the guard test reads the migrations and fails on a personal column that is
// not here.
struct PersonalColumn {
  std::string table;
  std::string column;
  std::string purpose;  // word key: privacy page
  int keep_days = 0;    // after the subject ended; 0: as long as the account exists
};

// One thing that happened in a story that is imported: it goes through the same action as a click would, at
// its own time. Steps of all sections are put in order of time; jobs that fall due in between run in between,
// so that histories, mails and "late" come out as they would have.
struct Step {
  Instant at;
  std::string name;  // "signals S-01: answered", for the sentence when it is refused
  std::function<void(db::Transaction&, const Service&)> apply;  // throws Failure with the reason
};

// A section of the product's own exchange format (import, export, demo): {"signals": [...]}. What simply is
// (areas, organisations, people) is taken in at once by `import`; what happened is given as `steps`. One of
// the two is set.
struct Exchange {
  std::string section;
  int order = 0;  // within the level; also between steps of the same moment
  std::function<void(db::Transaction&, const Service&, const boost::json::value&)> import = {};
  std::function<std::vector<Step>(const Service&, const boost::json::value&)> steps = {};
};

struct Capability {
  std::string name;
  int level = 0;
  std::vector<Route> routes = {};
  std::vector<Permission> permissions = {};
  std::vector<ItemKind> kinds = {};
  std::vector<Tab> tabs = {};
  std::vector<SlotFill> slots = {};
  std::vector<Job> jobs = {};
  std::vector<Listener> listeners = {};
  std::vector<std::string> events = {};  // what it emits
  std::vector<Setting> settings = {};
  std::vector<PersonalColumn> personal_data = {};
  std::vector<Exchange> exchanges = {};
  std::vector<Metric> metrics = {};
};

}  // namespace wijktafel::web
