// The spine: everything that has a number, an area, a title, a page, a visibility and a version, with a
// history that nobody can quietly rewrite and links that say where it came from and what it led to. Items
// know no kind: a capability keeps what is special about its kind in tables of its own, and calls here for
// what is common.
//
//   const auto id = items::create(tx, now, actor, {.kind = "signal", .area = area.key, .lineage =
//   area.lineage, ...},
//                                 {.what = "signals.reported", .is_milestone = true});
//   items::record(tx, now, actor, id, {.what = "signals.answered", .personal_text = answer, .is_milestone =
//   true}); items::link(tx, now, signal, goal, items::LinkKind::led_to);
//
// Words of an entry: `what` "signals.answered" is the text "signals.history.answered", which may use every
// fact by its name. Facts whose name ends in _date are ISO dates and are written out; facts whose name ends
// in organisation are ids and become names; {by} is who did it; {text} is the personal text while it exists.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/facts.hpp"
#include "platform/db/database.hpp"
#include "platform/geo/geometry.hpp"
#include "platform/identity/actor.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::design {
struct Chain;  // design/components/chain/chain.hpp
}

namespace wijktafel::items {

using identity::Actor;
using identity::OrganisationId;
using identity::PersonId;

enum class ItemId : std::int64_t {};

enum class Visibility { everyone = 0, table = 1, organisation = 2, confidential = 3 };

// A set of the three domains: 1 social, 2 physical, 4 safety.
enum Domain : unsigned { social = 1, physical = 2, safety = 4 };
using Domains = unsigned;
std::vector<std::string> domain_names(
    Domains domains);  // "social", "physical", "safety": words items.domain.<name>
std::optional<Domain> domain_of(std::string_view name);

struct Item {
  ItemId id{};
  std::string kind;
  std::string area;
  std::string title;
  std::string text;  // Markdown, the safe subset
  Domains domains = 0;
  std::vector<std::string> themes;  // read by find and its kin; lists show none
  std::optional<geo::Point> place;
  std::string place_words;
  Visibility visibility = Visibility::everyone;
  std::string status;  // a whole word; its text is <words of the kind>.status.<status>
  bool is_open = true;
  std::optional<OrganisationId> holder;  // who has it now
  std::optional<PersonId> contact;       // the person of the holder; none: "zonder contactpersoon"
  std::optional<Date> next_date;         // when something is due
  Instant created_at{};
  Instant changed_at{};
  std::int64_t version = 0;  // every change writes one entry: also the number of the last one in the history
};

struct Photo {
  std::string key;        // in the file store
  std::string thumbnail;  // in the file store
  int width = 0;
  int height = 0;
  bool is_shown = true;
};

// What is written into the history. Facts are public where the item is; personal_text is kept beside the
// chain (the chain holds its keyed digest), so that it can be erased.
struct Entry {
  std::string what;  // "<capability>.<what_happened>"
  Facts facts = {};
  std::string personal_text = {};
  bool is_milestone = false;                                  // shown in the chain and told to followers
  std::optional<OrganisationId> on_behalf_of = std::nullopt;  // else the actor's first organisation
  bool is_told = false;  // told to followers, and no line in the chain: talk beside what happened
};

struct NewItem {
  std::string kind;
  std::string area;
  std::vector<std::string> lineage;  // of the area; lists of district and municipality find the item too
  std::vector<std::string> more_areas = {};  // other areas it belongs to, with their lineages
  std::string title;
  std::string text = {};
  Domains domains = 0;
  std::vector<std::string> themes = {};
  std::optional<geo::Point> place = std::nullopt;
  std::string place_words = {};
  Visibility visibility = Visibility::everyone;
  std::string status;
  bool is_open = true;
  std::optional<OrganisationId> holder = std::nullopt;
  std::optional<PersonId> contact = std::nullopt;
  std::optional<Date> next_date = std::nullopt;
};

// Only what is set changes; an inner nullopt empties the field.
struct Change {
  std::optional<std::string> title = std::nullopt;
  std::optional<std::string> text = std::nullopt;
  std::optional<Domains> domains = std::nullopt;
  std::optional<std::vector<std::string>> themes = std::nullopt;
  std::optional<Visibility> visibility = std::nullopt;
  std::optional<std::string> status = std::nullopt;
  std::optional<bool> is_open = std::nullopt;
  std::optional<std::optional<OrganisationId>> holder = std::nullopt;
  std::optional<std::optional<PersonId>> contact = std::nullopt;
  std::optional<std::optional<Date>> next_date = std::nullopt;
};

// Somebody else changed the item after this person opened it; shown, not overwritten.
struct StaleEdit {
  std::int64_t current_version = 0;
};

enum class LinkKind { led_to = 0, part_of = 1, duplicate_of = 2, pays_for = 3, measures = 4 };

web::Capability capability();

// --- writing (inside a transaction of an action) ---
ItemId create(db::Transaction& tx, Instant now, const Actor& actor, const NewItem& item, const Entry& first);
// Without `expected_version` the change is made whatever happened in between (the system, a follow-up of an
// action).
Result<void, StaleEdit> change(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                               const Change& change, const Entry& entry,
                               std::optional<std::int64_t> expected_version = std::nullopt);
void record(db::Transaction& tx, Instant now, const Actor& actor, ItemId id, const Entry& entry);
void link(db::Transaction& tx, Instant now, ItemId from, ItemId to, LinkKind kind);
// Somebody wants to hear of this item and of everything it leads to: from now on its milestones are told as
// the event "items.milestone_recorded" {item, sequence}. Items that nobody follows cost no job.
void mark_followed(db::Transaction& tx, ItemId id);
void add_photo(db::Transaction& tx, ItemId id, const Photo& photo);
// Somebody looked at the photos of this item: no face and no number plate can be seen, they may be shown to
// everyone.
void show_photos(db::Transaction& tx, ItemId id);
// Whether a file is a photo of some item; files are named after their content, so two items may share one.
bool is_photo(db::Transaction& tx, std::string_view file_key);
// A broken chain, named: opened by the capability that sees it and closed when somebody mends it. `gap` is a
// word key
// ("goals.gap.goal_without_commitment"); opening the same gap twice is one gap.
void open_gap(db::Transaction& tx, Instant now, ItemId id, std::string_view gap, const Facts& facts = {});
void close_gap(db::Transaction& tx, Instant now, ItemId id, std::string_view gap);
// Title, text, place, photos and every personal text of the history go; the chain stays valid. For what must
// not be kept. The files of the photos are the caller's to remove; what other capabilities keep about the
// item goes when they hear "items.text_erased" {item}.
void erase_text(db::Transaction& tx, Instant now, const Actor& actor, ItemId id, std::string_view new_title,
                const Entry& entry);

// The key of an imported record; other sections of the file name it. A key is given once.
void set_key(db::Transaction& tx, std::string_view key, ItemId id);

// --- reading ---
std::optional<ItemId> find_by_key(db::Transaction& tx, std::string_view key);
std::optional<Item> find(db::Transaction& tx, ItemId id);
// Many in one statement, without themes. What does not exist is absent.
std::map<ItemId, Item> find_all(db::Transaction& tx, const std::vector<ItemId>& ids);
// As find, and nobody else changes the item until this transaction ends: for an action that decides by what
// it reads. Two people who accept the same offer at once are then one after the other, and the second sees
// what the first did.
std::optional<Item> find_locked(db::Transaction& tx, ItemId id);
// Only what this person may see: confidential items and those of an organisation are absent for others.
std::optional<Item> find_visible(const web::Call& call, db::Transaction& tx, ItemId id);
std::vector<Photo> photos_of(db::Transaction& tx, ItemId id);

struct Filter {
  std::string area = {};                // items of this area and all below it
  std::vector<std::string> kinds = {};  // empty: every kind
  std::optional<bool> is_open = std::nullopt;
  Domains domains = 0;  // 0: any; else at least one of these
  std::optional<OrganisationId> holder = std::nullopt;
  std::string status = {};  // empty: any
  bool only_public = true;
  bool with_place = false;
  std::optional<ItemId> before = std::nullopt;  // keyset: items older than this one
  int limit = 20;                               // at most 100
};
std::vector<Item> list(db::Transaction& tx, const Filter& filter);  // newest first
// From kept counts: costs the same for ten items and a million. `domain` 0: all.
std::int64_t count(db::Transaction& tx, std::string_view area, std::string_view kind, Domains domain,
                   bool is_open);

struct Linked {
  Item item;
  LinkKind kind{};
};
std::vector<Linked> led_to(db::Transaction& tx, ItemId id);     // one step
std::vector<Linked> came_from(db::Transaction& tx, ItemId id);  // one step

struct Gap {
  Item item;
  std::string gap;
  Facts facts;
  Instant since{};
};
std::vector<Gap> gaps_of_area(db::Transaction& tx, std::string_view area,
                              int limit = 20);  // oldest first, public ones
std::vector<Gap> gaps_of(db::Transaction& tx, ItemId id);

// One line of a chain as a page shows it, already in words.
struct ChainStep {
  Date date;
  ItemId item{};
  std::string kind;
  std::string item_title;
  std::string url;       // of the item, "" for the page's own item
  std::string sentence;  // plain text
  std::string quote;     // the personal text, plain, when there is one
  std::string status;    // word of the item's status, on the last step of each other item
  std::string tone;
  std::vector<std::string> gaps;  // sentences: what is missing here
};
// Everything the item came from, the item itself and everything it led to, in order of time; only what the
// caller may see.
std::vector<ChainStep> chain(const web::Call& call, db::Transaction& tx, ItemId id);
// The steps as the component that pages show; drawn closed at the end when the item itself `has_ended`.
design::Chain chain_component(const web::Call& call, const std::vector<ChainStep>& steps, bool has_ended);
// The item's own history, every entry.
std::vector<ChainStep> history(const web::Call& call, db::Transaction& tx, ItemId id);

// One entry as a sentence, without its personal text; nothing when there is no such entry.
std::optional<std::string> entry_sentence(const web::Call& call, db::Transaction& tx, ItemId id,
                                          std::int64_t sequence);
// Its personal text, "" when there is none (any more), and its `what`.
struct EntryText {
  std::string what;
  std::string text;
};
std::optional<EntryText> entry_text(db::Transaction& tx, ItemId id, std::int64_t sequence);
// The item and everything it came from: those whose followers hear of it.
std::vector<ItemId> with_ancestors(db::Transaction& tx, ItemId id);

std::string url_of(const web::Service& service, const Item& item);  // path, no host
std::string url_of(const web::Service& service, std::string_view kind, std::string_view area, ItemId id);
std::string status_word(const web::Call& call, const Item& item);
std::string tone_of(const web::Service& service, const Item& item);

// --- checking ---
struct ChainFault {
  ItemId item{};
  std::int64_t sequence = 0;
  std::string fault;  // "hash", "gap", "tail", "text"
};
// Recomputes every hash; also compares the texts that still exist with their digests.
std::vector<ChainFault> verify(db::Transaction& tx);

}  // namespace wijktafel::items
