#include <CLI/CLI.hpp>
#include <memory>

#include "app/opinion/opinion.hpp"

namespace wijktafel::app {
namespace {

void add_files(CLI::App& command, OpinionFiles& files) {
  command
      .add_option("VOTES", files.votes,
                  "CSV file: participants-votes.csv or votes.csv of compdemocracy's open data, or columns "
                  "participant,statement,vote (1 agree, 0 pass, -1 disagree); - is standard input")
      ->required();
  command.add_option("--statements", files.statements,
                     "CSV file with texts and moderation: comments.csv of the open data, or columns "
                     "statement,text,moderated (-1 is out)");
  command.add_flag("--json", files.json, "Print JSON, with English names");
  command.add_option("--language", files.language, "nl or en; otherwise LC_ALL, LC_MESSAGES or LANG")
      ->envname("WIJKTAFEL_LANGUAGE")
      ->check(CLI::IsMember({"nl", "en"}));
}

void add_groups(CLI::App& app, Computation& chosen) {
  auto command = std::make_shared<OpinionGroupsCommand>();
  auto* groups = app.add_subcommand(
      "groups", "Find groups that answer alike, what sets them apart and what unites them");
  add_files(*groups, command->files);
  groups->add_option("--svg", command->svg, "Also draw the map of opinions in this file (no names in it)");
  groups
      ->add_option(
          "--smallest-group", command->options.smallest_group,
          "A group of fewer people is joined to the one nearest to it, so that nothing shows it apart")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  groups
      ->add_option("--resamples", command->options.resamples,
                   "How often the groups are computed anew from half of the statements; 0: never")
      ->check(CLI::Range(0, 10'000))
      ->capture_default_str();
  groups->add_option("--seed", command->options.seed, "Text that the halves are drawn with")
      ->capture_default_str();
  groups->callback([command, &chosen] { chosen = [command] { return run(*command); }; });
}

void add_next(CLI::App& app, Computation& chosen) {
  auto command = std::make_shared<OpinionNextCommand>();
  auto* next = app.add_subcommand("next", "Say which statement somebody can best be shown next");
  add_files(*next, command->files);
  next->add_option("--participant", command->participant, "Who, as the votes call them")
      ->required()
      ->check(CLI::Validator(
          [](std::string& id) { return id.empty() ? std::string("wants an id") : std::string(); }, ""));
  next->add_option("--count", command->count, "How many statements, best first")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  next->callback([command, &chosen] { chosen = [command] { return run(*command); }; });
}

}  // namespace

void add_opinion(CLI::App& app, Computation& chosen) {
  auto* opinion = app.add_subcommand("opinion", "Groups of opinion, from votes on statements");
  opinion->require_subcommand(1);
  add_groups(*opinion, chosen);
  add_next(*opinion, chosen);
}

}  // namespace wijktafel::app
