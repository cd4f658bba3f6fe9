// All SQL of tables, meetings, agendas and decisions.
#pragma once

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables::store {

void put_body(db::Transaction& tx, const Body& body);
std::optional<Body> find_body(db::Transaction& tx, std::string_view area);
std::vector<Body> bodies(db::Transaction& tx);  // by name; a municipality has tens

void insert_meeting(db::Transaction& tx, const Meeting& meeting);
void update_meeting(db::Transaction& tx, const Meeting& meeting);
std::optional<Meeting> find_meeting(db::Transaction& tx, ItemId id);
// Those that began after this moment and were not held, soonest first, cancelled ones too; only what is
// visible to everyone, or to the table as well.
std::vector<Meeting> coming_meetings(db::Transaction& tx, std::string_view area, Instant after,
                                     items::Visibility most, int limit);
// The others, newest first; `before`: older than this meeting.
std::vector<Meeting> past_meetings(db::Transaction& tx, std::string_view area, Instant until,
                                   items::Visibility most, const std::optional<Meeting>& before, int limit);

void insert_agenda_item(db::Transaction& tx, const AgendaItem& item);  // position 0: at the end
std::optional<AgendaItem> find_agenda_item(db::Transaction& tx, ItemId id);
std::vector<AgendaItem> agenda_of(db::Transaction& tx, ItemId meeting);
int count_agenda_items(db::Transaction& tx, ItemId meeting);
std::vector<AgendaItem> agenda_items_about(db::Transaction& tx, ItemId subject);
void set_discussion(db::Transaction& tx, ItemId id, std::string_view text);
void swap_positions(db::Transaction& tx, const AgendaItem& one, const AgendaItem& other);

void replace_attendance(db::Transaction& tx, ItemId meeting, const std::vector<Attendance>& people,
                        int other_residents);
std::vector<Attendance> attendance_of(db::Transaction& tx, ItemId meeting);
int other_residents(db::Transaction& tx, ItemId meeting);

void insert_decision(db::Transaction& tx, const Decision& decision);
std::optional<Decision> find_decision(db::Transaction& tx, ItemId id);
std::vector<Decision> decisions_of(db::Transaction& tx, ItemId meeting);

void put_standing(db::Transaction& tx, ItemId meeting, ItemId commitment, int days_late);
std::vector<std::pair<ItemId, int>> standing_of(db::Transaction& tx, ItemId meeting);  // longest late first

}  // namespace wijktafel::tables::store
