// Which of our themes is which of their services, and what their services ask besides.
#include <algorithm>
#include <map>
#include <set>

#include "capabilities/forwarding/actions/change_destination.hpp"
#include "capabilities/forwarding/reads/destinations.hpp"
#include "capabilities/forwarding/web/pages.hpp"
#include "capabilities/forwarding/web/paths.hpp"
#include "capabilities/forwarding/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::forwarding {
namespace {

constexpr std::size_t answer_most = 500;

// Codes of another system are any text: fields are numbered instead.
std::string line_field(std::size_t number) { return "line_" + std::to_string(number); }
std::string question_field(std::size_t service, std::size_t attribute) {
  return "question_" + std::to_string(service) + "_" + std::to_string(attribute);
}

// "" first: every theme without a line of its own.
std::vector<std::pair<std::string, std::string>> themes_of(const web::Call& call, const ServiceLines& known) {
  std::vector<std::pair<std::string, std::string>> all{{"", call.text("forwarding.services.otherwise")}};
  for (const auto& theme : known.themes) all.emplace_back(theme.key, themes::name_in(theme, call.language));
  return all;
}

std::string chosen_for(const ServiceLines& known, const std::string& theme) {
  const auto found = std::ranges::find(known.lines, theme, &store::ThemeLine::theme);
  return found == known.lines.end() ? std::string() : found->service;
}

std::string answered(const ServiceLines& known, const std::string& service, const std::string& code) {
  const auto found = std::ranges::find_if(
      known.answers, [&](const auto& answer) { return answer.service == service && answer.code == code; });
  return found == known.answers.end() ? std::string() : found->answer;
}

void add_question(const design::Fields& fields, const ServiceLines& known, std::size_t service,
                  std::size_t number, ServiceQuestions& view) {
  const auto& of = known.services[service];
  const auto& attribute = of.attributes[number];
  const auto& label = attribute.description.empty() ? attribute.code : attribute.description;
  if (!attribute.is_asked) {
    view.notes.push_back(label);
    return;
  }
  const auto field = question_field(service, number);
  const auto answer = answered(known, of.code, attribute.code);
  if (attribute.values.empty()) {
    view.texts.push_back(
        fields.text(field, "forwarding.services.question", answer, {.optional = !attribute.is_required}));
    view.texts.back().label = label;
    return;
  }
  std::vector<design::Choice> choices;
  for (const auto& [key, name] : attribute.values) choices.push_back({.value = key, .label = name});
  view.lists.push_back(fields.select(field, "forwarding.services.question", std::move(choices), answer,
                                     !attribute.is_required));
  view.lists.back().label = label;
}

ServicesView view_of(const web::Call& call, const DestinationDetail& detail, const ServiceLines& known) {
  const design::Fields fields(call);
  ServicesView view;
  view.title = call.text("forwarding.services.title", {{"destination", detail.destination.title}});
  view.submit = {.text = call.text("forwarding.change.submit")};
  if (known.services.empty()) {
    view.empty =
        design::EmptyState{.text = call.text("forwarding.services.none"),
                           .action = design::Link{detail.destination.title,
                                                  destination_path(call.service, detail.destination.id)}};
    return view;
  }
  view.url = destination_path(call.service, detail.destination.id, "diensten");
  std::vector<design::Choice> services;
  for (const auto& service : known.services)
    services.push_back({.value = service.code, .label = service.title});
  const auto all = themes_of(call, known);
  std::set<std::string> in_use;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto chosen = chosen_for(known, all[i].first);
    in_use.insert(chosen);
    view.lines.push_back(
        fields.select(line_field(i), "forwarding.services.line", services, chosen, /*optional=*/true));
    view.lines.back().label = all[i].second;
  }
  for (std::size_t i = 0; i < known.services.size(); ++i) {
    if (known.services[i].attributes.empty() || !in_use.contains(known.services[i].code)) continue;
    ServiceQuestions questions{.service = known.services[i].title, .notes = {}, .texts = {}, .lists = {}};
    for (std::size_t j = 0; j < known.services[i].attributes.size(); ++j)
      add_question(fields, known, i, j, questions);
    view.questions.push_back(std::move(questions));
  }
  return view;
}

std::optional<std::pair<DestinationDetail, ServiceLines>> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) -> std::optional<std::pair<DestinationDetail, ServiceLines>> {
        auto detail = read_destination(tx, DestinationId{*number});
        if (!detail || detail->destination.kind != "open311") return std::nullopt;
        return std::pair{*std::move(detail), read_service_lines(tx, DestinationId{*number})};
      });
}

}  // namespace

http::Response show_services(const web::Call& call) {
  const auto found = asked_for(call);
  if (!found) return design::not_found(call);
  const auto view = view_of(call, found->first, found->second);
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = destination_path(call.service, found->first.destination.id),
                       .is_private = true},
                      "forwarding/services", view);
}

http::Response post_services(const web::Call& call) {
  const auto found = asked_for(call);
  if (!found) return design::not_found(call);
  const auto& [detail, known] = *found;
  web::FormReader reader(call.request.form);
  std::vector<store::ThemeLine> lines;
  const auto all = themes_of(call, known);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto code = std::string(reader.typed(line_field(i)));
    const bool is_theirs = std::ranges::count(known.services, code, &store::Service::code) > 0;
    if (is_theirs) lines.push_back({.theme = all[i].first, .service = code});
  }
  std::vector<store::Answer> answers;
  for (std::size_t i = 0; i < known.services.size(); ++i)
    for (std::size_t j = 0; j < known.services[i].attributes.size(); ++j) {
      const auto& attribute = known.services[i].attributes[j];
      auto answer = kept(reader.typed(question_field(i, j)), answer_most);
      const bool is_known =
          attribute.values.empty() ||
          std::ranges::count(attribute.values, answer, &std::pair<std::string, std::string>::first);
      if (!answer.empty() && is_known)
        answers.push_back(
            {.service = known.services[i].code, .code = attribute.code, .answer = std::move(answer)});
    }
  const auto id = detail.destination.id;
  call.service.database.write([&](db::Transaction& tx) { save_services(tx, id, lines, answers); });
  return http::see_other(destination_path(call.service, id, "diensten"));
}

}  // namespace wijktafel::forwarding
