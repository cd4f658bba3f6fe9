// All SQL of tables, meetings, agendas and decisions.
#pragma once

#include "capabilities/tables/model.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::tables::store {

struct Body {
  std::string area;
  std::string name;  // "Wijktafel Oranjebuurt"
  std::string state = "active";  // being_formed, active, sleeping, ended
  std::string decides_by = "consensus";
  std::string voters;  // "de leden van het wijkpanel"
  int quorum = 0;
};
void put_body(db::Transaction& tx, const Body& body);
std::optional<Body> find_body(db::Transaction& tx, std::string_view area);

struct Meeting {
  ItemId item{};
  std::string area;
  Instant begins_at{};
  std::string place;
  std::string online_link;
  bool is_public = true;
  std::string minutes;
  std::string minutes_state = "none";  // none, draft, adopted
};
void insert_meeting(db::Transaction& tx, const Meeting& meeting);
void update_meeting(db::Transaction& tx, const Meeting& meeting);
std::optional<Meeting> find_meeting(db::Transaction& tx, ItemId id);
std::optional<Meeting> next_meeting(db::Transaction& tx, std::string_view area, Instant after);
std::vector<Meeting> coming_meetings(db::Transaction& tx, std::string_view area, Instant after, int limit);
// Newest first; `before` is the begin of the last one shown.
std::vector<Meeting> past_meetings(db::Transaction& tx, std::string_view area, Instant before, int limit);

struct AgendaItem {
  ItemId item{};
  ItemId meeting{};
  int position = 0;
  std::optional<ItemId> subject;  // the signal, goal ... it is about
  std::string discussion;
};
void insert_agenda_item(db::Transaction& tx, const AgendaItem& item);  // position 0: at the end
std::optional<AgendaItem> find_agenda_item(db::Transaction& tx, ItemId id);
std::vector<AgendaItem> agenda_of(db::Transaction& tx, ItemId meeting);
std::vector<AgendaItem> agenda_items_about(db::Transaction& tx, ItemId subject);
void set_discussion(db::Transaction& tx, ItemId id, std::string_view text);
void swap_positions(db::Transaction& tx, const AgendaItem& one, const AgendaItem& other);

struct Attendance {
  PersonId person{};
  std::optional<OrganisationId> organisation;
  bool is_voter = false;
};
void replace_attendance(db::Transaction& tx, ItemId meeting, const std::vector<Attendance>& people, int other_residents);
std::vector<Attendance> attendance_of(db::Transaction& tx, ItemId meeting);
int other_residents(db::Transaction& tx, ItemId meeting);

struct Decision {
  ItemId item{};
  ItemId meeting{};
  ItemId agenda_item{};
  std::string kind;
  std::string taken_by;
  Votes votes;
  std::string voters;
  bool quorum_met = true;
  std::string advice_to;
  std::optional<Date> answer_before;
  std::string regulation;
};
void insert_decision(db::Transaction& tx, const Decision& decision);
std::optional<Decision> find_decision(db::Transaction& tx, ItemId id);
std::vector<Decision> decisions_of(db::Transaction& tx, ItemId meeting);

void put_standing(db::Transaction& tx, ItemId meeting, ItemId commitment, int days_late);
std::vector<std::pair<ItemId, int>> standing_of(db::Transaction& tx, ItemId meeting);

}  // namespace wijktafel::tables::store
