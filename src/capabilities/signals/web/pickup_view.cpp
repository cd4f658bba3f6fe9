#include "capabilities/signals/web/pickup_view.hpp"

#include <span>

#include "capabilities/signals/reads/pickup.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

using Form = TypedPickup::Form;

constexpr int days_to_tell = 14;

const std::vector<std::string> kinds_of_news{"news", "done", "given_back", "initiative"};

// One form at a time came back: its faults belong to no other.
class Page {
 public:
  Page(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail,
       const std::optional<TypedPickup>& returned, const std::vector<web::FieldFault>& faults)
      : call_(call), area_(area), detail_(detail), returned_(returned), faults_(faults) {}

  bool came_back(Form form) const { return returned_ && returned_->form == form; }
  TypedPickup typed(Form form) const { return came_back(form) ? *returned_ : TypedPickup{.form = form}; }
  design::Fields fields(Form form) const {
    return design::Fields(call_, came_back(form) ? std::span<const web::FieldFault>(faults_)
                                                 : std::span<const web::FieldFault>());
  }
  std::string url(std::string_view action) const { return action_path(area_, raw(detail_.item.id), action); }
  std::string in_days(int days) const { return iso_date(plus_days(call_.today, days)); }

  PickUpForm pick_up() const;
  HelpForm help() const;
  PickupNewsForm news(const ShownPickup& pickup) const;

 private:
  const web::Call& call_;
  const web::AreaRef& area_;
  const SignalDetail& detail_;
  const std::optional<TypedPickup>& returned_;
  const std::vector<web::FieldFault>& faults_;
};

PickUpForm Page::pick_up() const {
  const auto kept = typed(Form::pick_up);
  const auto form_fields = fields(Form::pick_up);
  PickUpForm form;
  form.url = url("oppakken");
  form.open = came_back(Form::pick_up);
  form.faults = form_fields.summary();
  form.plan = form_fields.area("pickup_plan", "signals.pickup.plan", kept.plan,
                               {.rows = 3, .most = static_cast<int>(text_most)});
  form.date =
      form_fields.date("pickup_date", "signals.pickup.date",
                       kept.date.empty() ? in_days(days_to_tell) : kept.date, {.earliest = call_.today});
  const auto groups =
      call_.service.database.read([&](db::Transaction& tx) { return groups_of(tx, call_.actor); });
  if (!groups.empty()) {
    std::vector<design::Choice> choices{{.value = "self", .label = call_.text("signals.pickup.group.self")}};
    for (const auto& [id, name] : groups)
      choices.push_back({.value = std::to_string(raw(id)), .label = name});
    form.group = form_fields.select("pickup_group", "signals.pickup.group", std::move(choices), kept.group);
  }
  form.name = form_fields.text("pickup_name", "signals.pickup.name", kept.name, {.optional = true});
  form.submit.text = call_.text("signals.pickup.button");
  return form;
}

HelpForm Page::help() const {
  const auto kept = typed(Form::help);
  const auto form_fields = fields(Form::help);
  HelpForm form;
  form.url = url("meehelpen");
  form.open = came_back(Form::help);
  form.faults = form_fields.summary();
  form.name = form_fields.text("helper_name", "signals.pickup.helper_name", kept.name, {.optional = true});
  form.reached_by =
      form_fields.text("helper_reach", "signals.pickup.helper_reach", kept.reached_by, {.optional = true});
  form.submit.text = call_.text("signals.pickup.help_button");
  return form;
}

PickupNewsForm Page::news(const ShownPickup& pickup) const {
  const auto kept = typed(Form::news);
  const auto form_fields = fields(Form::news);
  PickupNewsForm form;
  form.url = url("buren");
  // Whoever comes here has something to tell.
  form.open = true;
  form.faults = form_fields.summary();
  form.news = form_fields.choice("pickup_news", "signals.pickup.news",
                                 form_fields.answers("signals.pickup.news", kinds_of_news), kept.news);
  form.text = form_fields.area("pickup_text", "signals.pickup.text", kept.plan,
                               {.optional = true, .rows = 3, .most = static_cast<int>(text_most)});
  const auto next = plus_days(std::max(pickup.tells_by, call_.today), days_to_tell);
  form.next =
      form_fields.date("pickup_next", "signals.pickup.next", kept.date.empty() ? iso_date(next) : kept.date,
                       {.optional = true, .earliest = call_.today});
  form.initiative =
      form_fields.text("pickup_initiative", "signals.pickup.initiative", kept.initiative, {.optional = true});
  form.submit.text = call_.text("signals.pickup.news_button");
  return form;
}

std::string shown_name(const web::Call& call, const std::string& name) {
  return name.empty() ? call.text("signals.pickup.a_neighbour") : name;
}

void add_state(const web::Call& call, const Page& page, const ShownPickup& pickup, NeighboursView& view) {
  view.title = call.text("signals.pickup.taken_title");
  view.sentence = call.text("signals.pickup.taken",
                            {{"name", shown_name(call, pickup.name)},
                             {"date", i18n::long_date(call.language, pickup.tells_by, call.today)}});
  if (!pickup.helpers.empty())
    view.helpers_title =
        call.text("signals.pickup.helpers", {{"count", static_cast<std::int64_t>(pickup.helpers.size())}});
  for (const auto& helper : pickup.helpers)
    view.helpers.push_back({shown_name(call, helper.name),
                            helper.reached_by.empty() ? std::nullopt : std::optional(helper.reached_by)});
  if (pickup.is_mine)
    view.news = page.news(pickup);
  else if (pickup.do_i_help)
    view.stop_helping_url = page.url("niet-meehelpen");
  else if (call.actor.is_signed_in())
    view.help = page.help();
}

void add_offer(const web::Call& call, const Page& page, const SignalDetail& detail, NeighboursView& view) {
  view.title = call.text("signals.pickup.open_title");
  const auto texts = call.service.database.read(
      [&](db::Transaction& tx) { return neighbour_texts(tx, detail.item.area, call.today); });
  view.may_do = texts.may_do.empty() ? call.text("signals.pickup.may_do") : texts.may_do;
  view.insurance = texts.insurance.empty() ? call.text("signals.pickup.insurance") : texts.insurance;
  if (call.actor.is_signed_in()) view.pick_up = page.pick_up();
}

}  // namespace

std::optional<NeighboursView> neighbours_view(const web::Call& call, const web::AreaRef& area,
                                              const SignalDetail& detail,
                                              const std::optional<TypedPickup>& returned,
                                              const std::vector<web::FieldFault>& faults) {
  if (detail.item.visibility != items::Visibility::everyone) return std::nullopt;
  const auto pickup = call.service.database.read(
      [&](db::Transaction& tx) { return find_pickup(tx, call.actor, detail.item.id); });
  const bool is_offered = detail.status == Status::open_to_neighbours && detail.neighbours_may;
  if (!pickup && !is_offered) return std::nullopt;
  const Page page(call, area, detail, returned, faults);
  NeighboursView view;
  if (pickup)
    add_state(call, page, *pickup, view);
  else
    add_offer(call, page, detail, view);
  if (!call.actor.is_signed_in()) {
    view.sign_in_url = design::sign_in_path(call.service) +
                       "?terug=" + http::percent_encoded(signal_path(area, raw(detail.item.id)));
    view.sign_in_text =
        call.text(pickup ? "signals.pickup.sign_in_to_help" : "signals.pickup.sign_in_to_pick_up");
  }
  return view;
}

}  // namespace wijktafel::signals
