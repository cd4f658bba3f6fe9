#include "app/budget/budget_options.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/budget/requests.hpp"
#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/rule_text.hpp"

namespace wijktafel::app {
namespace {

void add_language(CLI::App& command, std::string& language) {
  command
      .add_option("--language", language, "Language of what is printed; otherwise that of the environment")
      ->envname("WIJKTAFEL_LANGUAGE")
      ->check(CLI::IsMember({"nl", "en"}));
}

// An option whose text is read by `read`, which gives nothing when it is no such thing.
template <class Value, class Read>
CLI::Option* add_read(CLI::App& command, const char* name, Value& value, Read read, const char* wants,
                      const std::string& help) {
  return command.add_option_function<std::string>(
      name,
      [&value, read, name, wants](const std::string& text) {
        auto given = read(text);
        if (!given) throw CLI::ValidationError(name, wants);
        value = std::move(*given);
      },
      help);
}

void add_ties(CLI::App& command, budgeting::TieBreaking& ties) {
  add_read(command, "--ties", ties, budgeting::tie_breaking, "wants name, cheapest, votes or lot:SEED",
           "Which of equally good plans goes first: name (default), cheapest, votes, or lot:SEED with a seed "
           "that was agreed in public")
      ->envname("WIJKTAFEL_BUDGET_TIES");
}

// "Groen=53000"
std::optional<GroupMaximum> group_maximum(const std::string& text) {
  const auto sign = text.rfind('=');
  if (sign == std::string::npos || sign == 0) return std::nullopt;
  GroupMaximum maximum{.group = text.substr(0, sign)};
  if (!CLI::detail::lexical_cast(text.substr(sign + 1), maximum.most) || maximum.most < 0)
    return std::nullopt;
  return maximum;
}

void add_maxima(CLI::App& command, const char* name, std::vector<GroupMaximum>& maxima, const char* help) {
  command
      .add_option_function<std::vector<std::string>>(
          name,
          [&maxima, name](const std::vector<std::string>& texts) {
            for (const auto& text : texts) {
              auto maximum = group_maximum(text);
              if (!maximum) throw CLI::ValidationError(name, "wants NAME=AMOUNT, for example Groen=53000");
              maxima.push_back(std::move(*maximum));
            }
          },
          help)
      ->allow_extra_args(false);
}

void add_limits(CLI::App& command, BudgetRule& how) {
  auto* official = command.add_flag("--official", how.is_official,
                                    "Count as the file says that the city counts: its order and its limits");
  command.add_option("--threshold", how.threshold, "A plan needs at least so many votes (or points)")
      ->check([](const std::string& text) {  // without this -1 is an enormous number
        return text.starts_with('-') ? std::string("wants 0 or more") : std::string();
      })
      ->excludes(official);
  add_maxima(
      command, "--category", how.categories,
      "NAME=AMOUNT: plans in this category cost at most so much together; may be given more than once");
  add_maxima(
      command, "--neighbourhood", how.neighbourhoods,
      "NAME=AMOUNT: plans in this neighbourhood cost at most so much together; may be given more than once");
  for (const char* other :
       {"--category", "--neighbourhood", "--rule", "--utility", "--completion", "--comparison"})
    official->excludes(other);
}

void add_rule(CLI::App& command, BudgetRule& how) {
  add_read(command, "--rule", how.rule.name, budgeting::rule_name,
           "wants greedy, equal-shares, phragmen, phragmen-skip or optimum",
           "greedy, equal-shares (default), phragmen, phragmen-skip or optimum (docs/methods)")
      ->envname("WIJKTAFEL_BUDGET_RULE");
  add_read(command, "--utility", how.rule.utility, budgeting::utility,
           "wants cost, cardinality, points or borda",
           "What a plan is worth to a voter: its cost (default), 1 (cardinality), the points given, or its "
           "place on the list (borda)")
      ->envname("WIJKTAFEL_BUDGET_UTILITY");
  add_read(command, "--completion", how.rule.completions, budgeting::completions,
           "wants none, add1, increase:1% or greedy:UTILITY, more than one with + between",
           "What equal-shares does with money that is left: none (default), add1, increase:1%, "
           "greedy:UTILITY, or more than one: add1+greedy:cardinality")
      ->envname("WIJKTAFEL_BUDGET_COMPLETION");
  command.add_flag("--comparison", how.rule.asks_majority,
                   "Take the greedy count instead of equal-shares when more voters are better off with it");
  add_ties(command, how.rule.ties);
  add_limits(command, how);
}

template <class Request>
std::shared_ptr<Request> request_for(CLI::App& command, Computation& chosen) {
  auto request = std::make_shared<Request>();
  add_language(command, request->language);
  command.final_callback([request, &chosen] { chosen = [request] { return run(*request); }; });
  return request;
}

void check_rule(CLI::App& command, const BudgetRule& how) {
  command.parse_complete_callback([&how] {
    if (!budgeting::is_sound(how.rule.completions))
      throw CLI::ValidationError("--completion", "wants greedy:UTILITY last");
    if (how.rule.name == budgeting::RuleName::equal_shares) return;
    if (!how.rule.completions.empty())
      throw CLI::ValidationError("--completion", "belongs to --rule equal-shares only");
    if (how.rule.asks_majority)
      throw CLI::ValidationError("--comparison", "belongs to --rule equal-shares only");
  });
}

void add_count(CLI::App& budget, Computation& chosen) {
  auto* command = budget.add_subcommand("count", "Count a vote: which plans are paid from the budget");
  const auto request = request_for<BudgetCount>(*command, chosen);
  command
      ->add_option("file", request->path, "A Pabulib file (.pb), or a folder of them: one line of JSON each")
      ->required();
  add_rule(*command, request->how);
  check_rule(*command, request->how);
  command->add_flag("--json", request->json, "Print JSON");
}

void add_explain(CLI::App& budget, Computation& chosen) {
  auto* command = budget.add_subcommand(
      "explain", "Say for each plan who paid, or what was lacking and what would have been enough");
  const auto request = request_for<BudgetExplain>(*command, chosen);
  command->add_option("file", request->path, "A Pabulib file (.pb)")->required();
  command->add_option("--project", request->project, "Only the plan with this id");
  add_rule(*command, request->how);
  check_rule(*command, request->how);
  command->add_flag("--json", request->json, "Print JSON");
}

void add_compare(CLI::App& budget, Computation& chosen) {
  auto* command =
      budget.add_subcommand("compare", "Count with all rules side by side, and say which voters differ");
  const auto request = request_for<BudgetCompare>(*command, chosen);
  command->add_option("file", request->path, "A Pabulib file (.pb)")->required();
  add_ties(*command, request->ties);
  command->add_flag("--json", request->json, "Print JSON");
}

void add_check(CLI::App& budget, Computation& chosen) {
  auto* command = budget.add_subcommand("check",
                                        "Say everything that is wrong in a Pabulib file, with line and "
                                        "column; exit 1 when it cannot be counted");
  const auto request = request_for<BudgetCheck>(*command, chosen);
  command->add_option("file", request->path, "A Pabulib file (.pb), or a folder of them")->required();
  command->add_flag("--json", request->json, "Print JSON: a line for each file");
}

std::optional<std::pair<std::string, std::string>> meta_line(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

void add_convert(CLI::App& budget, Computation& chosen) {
  auto* command = budget.add_subcommand(
      "convert",
      "Make a Pabulib file of two tables (CSV): plans and votes. docs/methods/pabulib.md shows them");
  const auto request = request_for<BudgetConvert>(*command, chosen);
  command->add_option("--plans", request->plans, "CSV: id and cost; also name, category, neighborhood")
      ->required();
  command
      ->add_option(
          "--votes", request->votes,
          "CSV: vote (ids with commas) and points; or a column for each plan; also sex, age, neighborhood")
      ->required();
  command->add_option("--budget", request->budget, "Money to spend, in the currency of the costs")
      ->required();
  add_read(*command, "--type", request->type, budgeting::ballot_type,
           "wants approval, choose-1, cumulative, scoring or ordinal",
           "Type of ballots: approval (default), choose-1, cumulative, scoring or ordinal");
  command->add_option_function<std::vector<std::string>>(
      "--meta",
      [request](const std::vector<std::string>& lines) {
        for (const auto& text : lines) {
          auto line = meta_line(text);
          if (!line) throw CLI::ValidationError("--meta", "wants KEY=TEXT");
          request->meta.push_back(std::move(*line));
        }
      },
      "More lines for META: --meta country=Netherlands --meta currency=EUR");
  command->add_option("--output", request->output, "File to make; - is standard output")
      ->capture_default_str();
}

}  // namespace

void add_budget(CLI::App& app, Computation& chosen) {
  auto* budget = app.add_subcommand("budget", "Count a vote on a neighbourhood budget, and explain it");
  budget->require_subcommand(1);
  add_count(*budget, chosen);
  add_explain(*budget, chosen);
  add_compare(*budget, chosen);
  add_check(*budget, chosen);
  add_convert(*budget, chosen);
}

}  // namespace wijktafel::app
