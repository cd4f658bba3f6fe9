// The first steps of the chain: what residents tell (a problem, a chance, a question, a compliment), who has
// it, and what they hear. Everything common stands in items; here is what only signals have.
//
// Events:  signals.reported {item}, signals.answered {item}, signals.changed {item} (whenever status, holder
// or
//          term did), signals.became_initiative {item}, signals.updated {item, sequence} (somebody added
//          something; find_update gives it)
// Hears:   tables.item_put_on_agenda {item}, goals.goal_made_from {item}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/items/items.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::signals {

using identity::Actor;
using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

// The kind of item, and the broken chain that an answer leaves behind when it promises what nobody agreed on:
// closed by goals, when a commitment is made from the signal.
inline constexpr std::string_view item_kind = "signal";
inline constexpr std::string_view promise_gap = "signals.gap.promise_without_commitment";

web::Capability capability();

struct Signal {
  ItemId item{};
  std::string kind;    // problem, chance, question, compliment
  std::string chance;  // "Wat kan hier beter of mooier?", may be empty
  bool neighbours_may = false;
  std::string
      channel;  // web, phone, counter, paper, meeting, inspection_walk, panel, professional, mail, open311
  std::string theme;     // key of a theme; "" until somebody chose one
  std::string priority;  // low, normal, high
  std::optional<organisations::TeamId> team;
  bool is_held = false;  // waits for a moderator
  Instant reported_at{};
  std::optional<Instant> first_answered_at;
  std::optional<Instant> closed_at;
  std::string waiting_for = {};  // while it waits: for whom, as somebody typed it
};
std::optional<Signal> find_signal(db::Transaction& tx, ItemId item);

// --- for capabilities of a higher level: what comes in by another door than the three screens ---

// Why not, as a sentence beside a field.
struct Refused {
  std::string field;     // "text", "place"; "" when it is about the whole
  std::string word_key;  // "signals.refusal.place_outside"
  i18n::Arguments arguments = {};
  int status = 422;
};

struct NewSignal {
  std::string key = {};          // of an import or of another system; given once
  std::string kind = "problem";  // problem, chance, question, compliment
  std::string channel = "web";   // one of Signal::channel
  std::string title = {};        // empty: made from the first words
  std::string text = {};
  std::string chance = {};
  std::optional<geo::Point> place = std::nullopt;
  std::string place_words = {};
  items::Domains domains = 0;
  std::string theme = {};
  std::vector<items::Photo> photos = {};
  bool neighbours_may = false;
  std::optional<OrganisationId> holder = std::nullopt;
  // Of who told it: at most one of the two is used, the mail address first. Never shown on a page.
  std::string mail_address = {};
  std::string phone = {};
  std::string name = {};
  i18n::Language language = i18n::Language::nl;
};

struct Told {
  ItemId item{};
  Date next_date;           // when its reporter hears something at the latest
  std::string follow_path;  // the secret link; "" when nobody can be reached
};

// Whom to call when a text is a worry about a person: nothing of it may be kept then. `tell` asks it itself;
// ask it of whatever else somebody wrote along.
std::optional<Refused> worry_in(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                std::string_view text);

// What to say to whoever sent a text that belongs at another door (an objection, a crime, a repair of a
// rented home): sentences, with where that door is. Empty when it belongs here. What was sent is a signal all
// the same.
std::vector<std::string> other_door_for(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                        std::string_view text);

// Everything as with the three screens: rules, confirmation to who told it, event, term. By call.actor, at
// call.now.
Result<Told, Refused> tell(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                           const NewSignal& signal);

// What became of the public signals of an area (and of all areas below it) from `from` up to and without
// `until`; what was referred or is the same as another is not counted.
struct Period {
  std::int64_t reported = 0;
  std::int64_t closed = 0;
  std::int64_t solved = 0;  // of those closed: done, whether its reporter said so or was silent
  std::vector<items::Item> latest_closed = {};
};
Period what_happened(db::Transaction& tx, std::string_view area, Instant from, Instant until, int limit = 20);

// "Ik ook", said at a counter or over the telephone. `supporter` tells one supporter from another: a secret
// of which only a hash is kept.
Result<void, Refused> support(const web::Call& call, db::Transaction& tx, ItemId id,
                              const std::string& supporter);
// A neighbour says that what is done is not solved: it opens again and reaches who has it.
Result<void, Refused> say_not_solved(const web::Call& call, db::Transaction& tx, ItemId id,
                                     const std::string& what_is_left);

// What another system had before, kept with its own dates for who moves to this one: nobody is told, and no
// event says it. The history begins as with every signal; what was closed is solved, as that system said.
// `next_date`: when something must happen to what is still open.
struct PastSignal {
  NewSignal signal;  // without reporter
  Instant reported_at{};
  std::optional<Instant> closed_at = std::nullopt;
};
ItemId keep_past(db::Transaction& tx, const web::AreaRef& area, const PastSignal& past, Date next_date);

// The drawing on which a place in this area is chosen, as an SVG; "?plek=4.47,51.99" marks one.
std::string place_picture_path(const web::AreaRef& area);

// What an organisation, or a system of theirs, lets know of a signal that it has.
struct News {
  std::string status;  // in_progress, planned, done, will_not_be_done, forwarded; "" leaves it as it is
  std::string text;    // not empty
  std::optional<Date> next_date = std::nullopt;
  std::optional<OrganisationId> from = std::nullopt;
};
// The number of the entry that it became in the history of the signal.
Result<std::int64_t, Refused> take_news(const web::Call& call, db::Transaction& tx, ItemId id,
                                        const News& news);

// --- what people add to a signal ---

// Something that can be read by whoever may see the signal.
struct Update {
  ItemId item{};
  std::int64_t sequence = 0;           // of its entry in the history of the item
  std::string text;                    // "" once it was erased
  std::optional<OrganisationId> from;  // none: a resident
  bool by_reporter = false;            // of who told the signal
  Instant shown_at{};
};
// What came in by another door: by call.actor (the program itself, when it is the system of an
// organisation), at call.now. Sent twice within ten minutes is one.
struct NewUpdate {
  std::string text;  // not empty
  std::optional<OrganisationId> from = std::nullopt;
  bool by_reporter = false;
  std::vector<items::Photo> photos = {};  // shown after somebody looked, whatever they say
};
struct AddedUpdate {
  std::optional<std::int64_t> sequence;  // none: it waits for a look
  bool is_new = true;                    // false: this is what was sent before
};
Result<AddedUpdate, Refused> add_update(const web::Call& call, db::Transaction& tx, ItemId id,
                                        const NewUpdate& update);
std::optional<Update> find_update(db::Transaction& tx, ItemId item, std::int64_t sequence);
std::vector<Update> updates_of(db::Transaction& tx, ItemId item, int most = 100);  // oldest first
// Shown from `from` until just before `until`, of all signals, also of those that not everyone may see;
// oldest first.
std::vector<Update> updates_between(db::Transaction& tx, Instant from, Instant until, int most);

// --- for capabilities of a higher level: what is due ---

// As Dutch law counts (Algemene termijnenwet): not Saturday, Sunday or a public holiday.
bool is_working_day(Date date);
Date working_days_after(Date from, int count);

struct DueSignal {
  ItemId item{};
  Date next_date;
};
// Open ones of this area and of all areas below it with their date in this period, by date and number, those
// after `after`: cheap however many there are.
std::vector<DueSignal> due_between(db::Transaction& tx, std::string_view area, Date from, Date until,
                                   const std::optional<DueSignal>& after, int most);
// As due_between, of what this organisation has, wherever in the municipality.
std::vector<DueSignal> due_of_organisation(db::Transaction& tx, OrganisationId organisation, Date from,
                                           Date until, int most);
// How many said "Ik ook".
std::int64_t supporters_of(db::Transaction& tx, ItemId id);
// Open ones for everyone, told since then, the newest first: of this area and all below it, or what this
// organisation has.
std::vector<ItemId> newest_open(db::Transaction& tx, std::string_view area, Instant since, int most);
std::vector<ItemId> newest_open_of(db::Transaction& tx, OrganisationId organisation, Instant since, int most);
// Why a term is as long as it is: the rule of this theme in this area (key), or the general term when `area`
// is "".
struct TermRule {
  int days = 0;  // working days
  std::string theme;
  std::string area;
};
TermRule term_rule(db::Transaction& tx, std::string_view area, std::string_view theme, Date from);
// What waited for somebody until a date that has passed comes back to who has it, with a short date. False
// when it does not wait.
bool end_wait(db::Transaction& tx, Instant now, ItemId id);

}  // namespace wijktafel::signals
