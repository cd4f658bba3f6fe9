#include "app/draw/draw_options.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "app/draw/requests.hpp"
#include "compute/sortition/plan_names.hpp"

namespace wijktafel::app {
namespace {

constexpr std::int64_t most_panels = 1'000'000;

template <class Request>
std::shared_ptr<Request> request_for(CLI::App& command, Computation& chosen) {
  auto request = std::make_shared<Request>();
  command.add_flag("--json", request->json, "Print JSON");
  command
      .add_option("--language", request->language,
                  "Language of what is printed; otherwise that of the environment")
      ->envname("WIJKTAFEL_LANGUAGE")
      ->check(CLI::IsMember({"nl", "en"}));
  command.final_callback([request, &chosen] { chosen = [request] { return run(*request); }; });
  return request;
}

void add_input(CLI::App& command, DrawInput& input) {
  command
      .add_option("--categories", input.quotas,
                  "CSV file of quotas: category,feature,min,max or feature,value,min,max,min_flex,max_flex")
      ->required();
  command.add_option("--people", input.people, "CSV file of the people who said yes: a column per category")
      ->required();
  command.add_option("--size", input.reading.panel_size, "How many members the panel has")
      ->required()
      ->check(CLI::Range(std::int64_t{1}, most_panels));
  command.add_option(
      "--id", input.reading.id_column,
      "Column of people with their ids; otherwise `id`, the only one that ends in `_id`, or the "
      "number of the row");
  auto* household = command
                        .add_option("--household", input.reading.household_columns,
                                    "Columns that together make an address, with commas between")
                        ->delimiter(',');
  command
      .add_option_function<std::int64_t>(
          "--per-household", [&input](const std::int64_t& most) { input.reading.per_household = most; },
          "At most so many members of one address; 1 when --household is given without it")
      ->needs(household)
      ->check(CLI::Range(std::int64_t{1}, most_panels));
  command.parse_complete_callback([&input] {
    if (!input.reading.household_columns.empty() && input.reading.per_household == 0)
      input.reading.per_household = 1;
  });
}

void add_folder(CLI::App& command, std::string& folder) {
  command.add_option("--plan", folder, "Folder that `draw plan --out` wrote")->required();
}

void add_drawn(CLI::App& command, DrawnPanel& drawn) {
  add_folder(command, drawn.plan);
  auto* seed =
      command.add_option("--seed", drawn.seed, "The text that was agreed in public, to the letter")
          ->check(CLI::Validator(
              [](const std::string& text) {
                return text.empty() ? std::string("a seed has at least one character") : std::string();
              },
              "TEXT"));
  command
      .add_option("--number", drawn.number,
                  "The number of the panel, when it was thrown with dice instead of a seed")
      ->check(CLI::Range(std::int64_t{0}, most_panels - 1))
      ->excludes(seed);
}

void add_panel_now(CLI::App& command, DrawnPanel& drawn) {
  command.add_option("--panel", drawn.panel, "File with the panel as it is now: ids in its first column")
      ->excludes(command.get_option("--number"));
}

void need_choice(const DrawnPanel& drawn, const CLI::App& command) {
  if (command.count("--seed") + command.count("--number") == 0 && drawn.panel.empty())
    throw CLI::RequiredError("--seed or --number");
}

void add_plan(CLI::App& draw, Computation& chosen) {
  auto* command = draw.add_subcommand("plan", "Compute the fairest chances and the panels to draw from");
  const auto request = request_for<DrawPlan>(*command, chosen);
  add_input(*command, request->input);
  command
      ->add_option_function<std::string>(
          "--method",
          [request](const std::string& name) { request->method = *sortition::method_named(name); },
          "leximin (default), maximin, nash, goldilocks or stratified (docs/methods/leximin.md)")
      ->envname("WIJKTAFEL_DRAW_METHOD")
      ->check(CLI::IsMember(sortition::method_names));
  command->add_option("--lottery", request->lottery, "How many equally likely panels to draw from")
      ->capture_default_str()
      ->check(CLI::Range(std::int64_t{1}, most_panels));
  command->add_option("--time-limit", request->time_limit, "Stop after so many seconds with the best so far")
      ->check(CLI::Validator(
          [](const std::string& text) {
            return CLI::Range(0.001, 1e9)(text).empty() && text.find_first_not_of("0123456789.") == text.npos
                       ? std::string()
                       : text + " is not a number of seconds from 0.001";
          },
          "SECONDS"));
  command->add_option("--out", request->out, "Folder for the files to publish; it is made when needed");
  command->add_flag("--publish-ids", request->publish_ids,
                    "Publish the ids of people; otherwise the number of their row stands for them");
}

void add_pick(CLI::App& draw, Computation& chosen) {
  auto* command = draw.add_subcommand("pick", "Draw the panel: by a seed, or by a number thrown with dice");
  const auto request = request_for<DrawPick>(*command, chosen);
  add_drawn(*command, request->drawn);
  command->add_option("--out", request->out, "File for the panel");
  command->parse_complete_callback([request, command] { need_choice(request->drawn, *command); });
}

void add_verify(CLI::App& draw, Computation& chosen) {
  auto* command = draw.add_subcommand("verify", "Repeat a draw from its published files");
  const auto request = request_for<DrawVerify>(*command, chosen);
  add_drawn(*command, request->drawn);
  command->add_option("--panel", request->drawn.panel,
                      "File with the panel as it was announced: ids in its first column");
  command->add_option("--commitment", request->commitment,
                      "The commitment as it was announced; otherwise the one that lies with the files");
  command->add_flag("--quick", request->quick, "Do not compute the chances again");
  command->parse_complete_callback([request, command] {
    if (!request->drawn.panel.empty() && command->count("--seed") + command->count("--number") == 0)
      throw CLI::RequiredError("--panel: --seed or --number");
  });
}

void add_replace(CLI::App& draw, Computation& chosen) {
  auto* command = draw.add_subcommand("replace", "Find who comes when members cannot, within the quotas");
  const auto request = request_for<DrawReplace>(*command, chosen);
  add_drawn(*command, request->drawn);
  add_panel_now(*command, request->drawn);
  command->add_option("--out-members", request->out_members, "Ids of who cannot, with commas between")
      ->required()
      ->delimiter(',');
  command->add_option("--unavailable", request->unavailable, "Ids of others who will not come either")
      ->delimiter(',');
  command->add_option("--alternates", request->alternates, "File of `draw alternates`: they are asked first");
  command->add_option("--out", request->out, "File for the panel as it becomes");
  command->parse_complete_callback([request, command] { need_choice(request->drawn, *command); });
}

void add_alternates(CLI::App& draw, Computation& chosen) {
  auto* command =
      draw.add_subcommand("alternates", "Choose alternates who can keep the panel within its quotas");
  const auto request = request_for<DrawAlternates>(*command, chosen);
  add_drawn(*command, request->drawn);
  add_panel_now(*command, request->drawn);
  command->add_option("--count", request->count, "How many; a quarter of the panel when not given")
      ->check(CLI::Range(std::int64_t{1}, most_panels));
  command->add_option("--drop-out", request->drop_out, "Chance that a member drops out, whoever it is")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--drop-out-file", request->drop_out_file,
                      "CSV file category,feature,chance: what a group adds to that chance");
  command->add_option("--out", request->out, "File for the alternates");
  command->parse_complete_callback([request, command] { need_choice(request->drawn, *command); });
}

void add_relax(CLI::App& draw, Computation& chosen) {
  auto* command = draw.add_subcommand("relax", "Say which quotas clash, and the smallest change that helps");
  const auto request = request_for<DrawRelax>(*command, chosen);
  add_input(*command, request->input);
  command->add_option("--out", request->out, "File for the new quotas");
}

void add_report(CLI::App& draw, Computation& chosen) {
  auto* command =
      draw.add_subcommand("report", "Chances per group, and the panel beside pool and neighbourhood");
  const auto request = request_for<DrawReportRequest>(*command, chosen);
  add_folder(*command, request->plan);
}

}  // namespace

void add_draw(CLI::App& app, Computation& chosen) {
  auto* draw = app.add_subcommand("draw", "Draw a panel by lot that mirrors the neighbourhood, in public");
  draw->require_subcommand(1);
  add_plan(*draw, chosen);
  add_pick(*draw, chosen);
  add_verify(*draw, chosen);
  add_replace(*draw, chosen);
  add_alternates(*draw, chosen);
  add_relax(*draw, chosen);
  add_report(*draw, chosen);
}

}  // namespace wijktafel::app
