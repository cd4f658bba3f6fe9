// What every handler of one municipality may use, made by main and passed by reference: no container, no
// singletons.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/db/database.hpp"
#include "platform/files/file_store.hpp"
#include "platform/geo/geometry.hpp"
#include "platform/html/templates.hpp"
#include "platform/i18n/words.hpp"
#include "platform/identity/actor.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::web {

// An area as the edge found it in the path. `key` is opaque here (a CBS code, or one of our own).
struct AreaRef {
  std::string key;
  std::string name;
  std::string path;  // "/lansingerland/oranjebuurt-berkel"; the municipality's: "/lansingerland"
  std::vector<std::string> lineage;                         // the area itself, its district, its municipality
  std::vector<std::pair<std::string, std::string>> crumbs;  // name and path of what lies above, highest first
  bool is_municipality = false;
};

// A numbered kind of thing: gives an item its address. Declared in a manifest.
struct ItemKind {
  std::string name;     // "signal"
  std::string segment;  // "signalen": /lansingerland/oranjebuurt-berkel/signalen/123
  std::string words;    // "signals": its words are signals.kind, signals.status.<status>
  std::map<std::string, std::string, std::less<>> tones =
      {};  // status to the tone of its badge: done late ok goal chance new
};

struct Tab {
  std::string segment;   // "signalen"; "" for the overview
  std::string word_key;  // "signals.tab"
  int order = 0;
};

struct Call;
// What a capability of a higher level puts on a page of a lower one. `subject`: the item's number, or 0 for a
// page of an area.
struct SlotFill {
  std::string slot;  // "signal_actions", "goal_actions", "area_overview"
  int order = 0;
  std::function<html::SafeHtml(const Call&, std::int64_t subject)> render;
};

// A typed setting that an area may have; inherited from district and municipality. See places.
struct Setting {
  std::string name;  // "signals.answer_days"
  enum class Type { whole_number, yes_no, text } type;
  std::string otherwise;  // the value when nobody set it; yes_no: "yes" or "no"
};

// What is kept of people: for the privacy page. Filled by app from the manifests.
struct KeptData {
  std::string purpose_key;
  int keep_days = 0;  // 0: as long as the account exists
};

struct Service {
  db::Database& database;
  const Clock& clock;
  const i18n::Words& words;
  const html::Templates& templates;
  files::FileStore& files;
  const jobs::JobKinds& jobs;
  const identity::Permissions& permissions;
  std::string base_url;           // "https://wijktafel.voorbeeld.nl", no slash at the end
  std::string municipality_path;  // "/lansingerland"
  bool is_demo = false;
  std::string mail_folder;  // demo with file mail: shown as "the mails that were sent"; else ""
  std::vector<ItemKind> kinds;
  std::vector<Tab> tabs;
  std::vector<SlotFill> slots;
  std::vector<KeptData> kept_data = {};
  std::string asset_version;  // part of the URL of every asset

  // Filled by app from `places` and `accounts`.
  std::function<std::optional<AreaRef>(std::string_view path_segment)>
      find_area_by_slug;  // "" : the municipality
  std::function<std::optional<AreaRef>(std::string_view key)> find_area;
  std::function<identity::Actor(std::string_view session_token)> find_actor;
  // The neighbourhood of a point, or nothing outside the municipality.
  std::function<std::optional<AreaRef>(geo::Point)> find_area_at = {};

  std::vector<Setting> settings = {};  // of all capabilities: what may be set for an area

  // A password or key by its name, from the folder of --secrets or the environment: never in the database.
  std::function<std::optional<std::string>(std::string_view name)> find_secret = {};
  std::string mail_in_folder = {};  // a Maildir in which the mail server puts what is for us; "" when none

  std::string_view segment_of(std::string_view kind) const;  // "signalen" for "signal"
  bool is_https() const { return base_url.starts_with("https://"); }
  // The cookie with the session token: "__Host-wijktafel" on https, which only this host can set, else
  // "wijktafel".
  std::string_view session_cookie() const { return is_https() ? "__Host-wijktafel" : "wijktafel"; }
};

}  // namespace wijktafel::web
