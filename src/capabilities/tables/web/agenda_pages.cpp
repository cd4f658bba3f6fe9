// The agenda: points are put on it, moved, discussed; and the page of one point.
#include <algorithm>

#include "base/text.hpp"
#include "capabilities/tables/actions/set_agenda.hpp"
#include "capabilities/tables/web/meeting_page.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/phases.hpp"
#include "capabilities/tables/web/refusals.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::tables {

namespace {

constexpr std::size_t title_limit = 120;
constexpr std::size_t discussion_limit = 4000;

// The item named by a button on its own page; nothing when it is none that this person may see.
std::optional<ItemId> subject_of(const web::Call& call, std::string_view typed) {
  const bool digits = std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || typed.size() > 15) return std::nullopt;
  const ItemId id{std::stoll(std::string(typed))};
  const auto item =
      call.service.database.read([&](db::Transaction& tx) { return items::find_visible(call, tx, id); });
  if (!item) return std::nullopt;
  // A table takes up what plays in its own area, below it or above it.
  const auto home = call.service.find_area(item->area);
  if (!home) return std::nullopt;
  const bool below = std::ranges::find(home->lineage, call.area->key) != home->lineage.end();
  const bool above = std::ranges::find(call.area->lineage, item->area) != call.area->lineage.end();
  if (!below && !above) return std::nullopt;
  return id;
}

std::optional<AgendaItemPage> point_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_agenda_item_page(call, tx, ItemId{*number}); });
}

http::Response back_to_point(const web::Call& call, const AgendaItemPage& page) {
  return http::see_other(meeting_path(*call.area, page.meeting_item.id) + "#" +
                         anchor_of(page.point.item.id));
}

// The page of the meeting, with what did not work.
http::Response at_meeting(const web::Call& call, ItemId meeting, const MeetingInput& input) {
  const auto page =
      call.service.database.read([&](db::Transaction& tx) { return find_meeting_page(call, tx, meeting); });
  if (!page) return design::edge_pages().not_found(call);
  return meeting_page(call, *page, input);
}

MeetingInput refused(const web::Call& call, const TableRefusal& refusal) {
  const auto said = said_of(call, refusal);
  return {.refused = in_words(call, said), .status = said.status};
}

AgendaItemView view_of(const web::Call& call, const AgendaItemPage& page) {
  const auto& item = page.point.item;
  AgendaItemView view;
  view.title = item.title;
  view.badge = {items::status_word(call, item), items::tone_of(call.service, item)};
  view.meeting = {page.meeting_item.title + ", " + when(call, page.meeting),
                  items::url_of(call.service, page.meeting_item)};
  if (page.point.subject) view.subject = link_to(call, *page.point.subject);
  if (!item.text.empty()) view.about = RichText{html::from_markdown(item.text)};
  view.is_over = item.status == "discussed";
  if (!page.point.point.discussion.empty())
    view.discussed = RichText{html::from_markdown(page.point.point.discussion)};
  view.not_yet =
      call.text(view.is_over ? "tables.agenda_item_page.no_discussion" : "tables.agenda_item_page.not_yet");
  view.decisions = lines_of(call, page.point.decisions);
  view.chain = items::chain_component(call, page.chain, false);
  view.footer = web::filled_slot(call, "item_footer", raw(item.id));
  return view;
}

}  // namespace

http::Response put_on_agenda(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto named = reader.typed("subject");
  AddAgendaItem form{.meeting = page->item.id, .title = {}, .subject = std::nullopt};
  if (named.empty()) {
    form.title = reader.text("point", {.most = title_limit, .missing_key = "tables.fault.point_missing"});
    if (!reader.ok())
      return meeting_page(call, *page, {.status = 422, .point = form.title, .faults = reader.faults()});
  } else {
    form.subject = subject_of(call, named);
    if (!form.subject) return meeting_page(call, *page, refused(call, NoSuchSubject{}));
  }
  const auto added = call.service.database.write(
      [&](db::Transaction& tx) { return add_agenda_item(tx, call.now, call.actor, *call.area, form); });
  if (added) return http::see_other(meeting_path(*call.area, page->item.id) + "#" + anchor_of(*added));
  auto input = refused(call, added.error());
  input.point = form.title;
  return meeting_page(call, *page, input);
}

http::Response show_agenda_item(const web::Call& call) {
  const auto page = point_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  const auto view = view_of(call, *page);
  return design::page(call,
                      {.title = view.title,
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = items::url_of(call.service, page->meeting_item)},
                      "tables/agenda_item_page", view);
}

http::Response move_point(const web::Call& call) {
  const auto page = point_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  const auto direction = call.request.form.get("direction") == "up" ? Direction::up : Direction::down;
  const auto moved = call.service.database.write([&](db::Transaction& tx) {
    return move_agenda_item(tx, call.now, call.actor, page->point.item.id, direction);
  });
  if (moved) return back_to_point(call, *page);
  return at_meeting(call, page->meeting_item.id, refused(call, moved.error()));
}

http::Response keep_discussion(const web::Call& call) {
  const auto page = point_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  const auto id = page->point.item.id;
  web::FormReader reader(call.request.form);
  const auto text = reader.text(discussion_field(id), {.most = discussion_limit});
  MeetingInput input{.discussed = raw(id), .discussion = text};
  if (!reader.ok()) {
    input.status = 422;
    input.faults = reader.faults();
    return at_meeting(call, page->meeting_item.id, input);
  }
  const auto kept = call.service.database.write(
      [&](db::Transaction& tx) { return record_discussion(tx, call.now, call.actor, id, text); });
  if (kept) return back_to_point(call, *page);
  const auto said = said_of(call, kept.error());
  input.refused = in_words(call, said);
  input.status = said.status;
  return at_meeting(call, page->meeting_item.id, input);
}

}  // namespace wijktafel::tables
