// What `wijktafel opinion groups` prints for people.
#include <cmath>
#include <cstdio>
#include <fmt/format.h>

#include "app/opinion/map.hpp"
#include "app/opinion/opinion.hpp"
#include "app/opinion/opinion_input.hpp"
#include "app/opinion/opinion_json.hpp"
#include "app/terminal/files.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/one_line.hpp"
#include "app/terminal/table.hpp"
#include "base/result.hpp"

namespace wijktafel::app {
namespace {

constexpr std::size_t widest_text = 90;

std::int64_t whole(std::size_t count) { return static_cast<std::int64_t>(count); }

std::string percent(double share) { return fmt::format("{} %", std::lround(100 * share)); }

std::string percent_of(std::int64_t votes, std::int64_t seen) {
  return seen == 0 ? "-" : percent(static_cast<double>(votes) / static_cast<double>(seen));
}

class GroupsText {
 public:
  GroupsText(const OpinionInput& conversation, const opinion::Analysis& analysis, const TerminalWords& words)
      : conversation_(conversation), analysis_(analysis), words_(words) {}

  std::string text() {
    say("summary", {{"people", whole(conversation_.votes.people_count())},
                    {"statements", whole(conversation_.votes.statement_count())},
                    {"votes", whole(conversation_.votes.vote_count())},
                    {"on_map", whole(analysis_.people.size())}});
    add_verdict();
    if (!analysis_.groups.empty()) add_groups();
    add_uniting();
    add_majorities();
    return std::move(text_);
  }

 private:
  void say(std::string_view key, const i18n::Arguments& arguments = {}) {
    text_ += word(key, arguments) + "\n";
  }
  std::string word(std::string_view key, const i18n::Arguments& arguments = {}) const {
    return words_.text("opinion." + std::string(key), arguments);
  }

  void add_verdict() {
    text_ += "\n";
    using opinion::Verdict;
    switch (analysis_.verdict) {
      case Verdict::groups: say("verdict_groups", {{"count", whole(analysis_.groups.size())}}); break;
      case Verdict::too_few: say("verdict_too_few"); break;
      case Verdict::one_group: say("verdict_one_group"); break;
      case Verdict::not_separate: say("verdict_not_separate"); break;
      case Verdict::not_stable: say("verdict_not_stable"); break;
    }
    if (analysis_.verdict == Verdict::groups && analysis_.joined > 0)
      say("joined", {{"count", whole(analysis_.joined)}});
    if (analysis_.stability.resamples > 0)
      say("stability", {{"same", percent(analysis_.stability.same_group)},
                        {"times", whole(analysis_.stability.resamples)},
                        {"rand", decimal_text(words_.language(), analysis_.stability.adjusted_rand, 2)}});
    if (analysis_.clusters_found > 0)
      say("separate", {{"silhouette", decimal_text(words_.language(), analysis_.silhouette, 2)}});
  }

  void add_groups() {
    Table sizes({{word("column_group")},
                 {word("column_people"), Table::Align::right},
                 {word("column_share"), Table::Align::right},
                 {word("column_stays"), Table::Align::right}});
    for (std::size_t g = 0; g < analysis_.groups.size(); ++g) {
      const auto& group = analysis_.groups[g];
      sizes.add({group_letter(g), fmt::to_string(group.people.size()),
                 percent_of(whole(group.people.size()), whole(analysis_.people.size())),
                 analysis_.stability.resamples > 0 ? percent(group.stability) : "-"});
    }
    text_ += "\n" + sizes.text();
    for (std::size_t g = 0; g < analysis_.groups.size(); ++g) add_representative(g);
  }

  void add_representative(std::size_t g) {
    const auto& group = analysis_.groups[g];
    text_ += "\n";
    say("represents", {{"group", group_letter(g)}, {"people", whole(group.people.size())}});
    Table table({{word("column_statement"), Table::Align::right},
                 {word("column_side")},
                 {word("column_inside"), Table::Align::right},
                 {word("column_outside"), Table::Align::right},
                 {word("column_text"), Table::Align::left, widest_text, true}});
    for (const auto& telling : group.representative) {
      std::int64_t votes = 0;
      std::int64_t seen = 0;
      for (std::size_t other = 0; other < analysis_.groups.size(); ++other) {
        if (other == g) continue;
        const auto& tally = analysis_.groups[other].tallies[telling.statement];
        votes += telling.agree ? tally.agree : tally.disagree;
        seen += tally.seen;
      }
      table.add({one_line(conversation_.votes.statements()[telling.statement]), side(telling.agree),
                 percent_of(telling.votes, telling.seen), percent_of(votes, seen),
                 conversation_.text_of(telling.statement)});
    }
    text_ += table.empty() ? word("nothing") + "\n" : table.text();
  }

  void add_uniting() {
    if (analysis_.groups.empty()) return;
    text_ += "\n";
    say("unites");
    std::vector<Table::Column> columns{{word("column_statement"), Table::Align::right},
                                       {word("column_side")}};
    for (std::size_t g = 0; g < analysis_.groups.size(); ++g)
      columns.push_back({group_letter(g), Table::Align::right});
    columns.push_back({word("column_text"), Table::Align::left, widest_text, true});
    Table table(columns);
    for (const auto& uniting : analysis_.uniting) {
      std::vector<std::string> cells{one_line(conversation_.votes.statements()[uniting.statement]),
                                     side(uniting.agree)};
      for (const auto& group : analysis_.groups) {
        const auto& tally = group.tallies[uniting.statement];
        cells.push_back(percent_of(uniting.agree ? tally.agree : tally.disagree, tally.seen));
      }
      cells.push_back(conversation_.text_of(uniting.statement));
      table.add(cells);
    }
    text_ += table.empty() ? word("nothing") + "\n" : table.text();
  }

  void add_majorities() {
    text_ += "\n";
    say("majorities");
    Table table({{word("column_statement"), Table::Align::right},
                 {word("column_side")},
                 {word("column_everybody"), Table::Align::right},
                 {word("column_text"), Table::Align::left, widest_text, true}});
    for (const auto* list : {&analysis_.majorities.agree, &analysis_.majorities.disagree})
      for (const auto& telling : *list)
        table.add({one_line(conversation_.votes.statements()[telling.statement]), side(telling.agree),
                   percent_of(telling.votes, telling.seen), conversation_.text_of(telling.statement)});
    text_ += table.empty() ? word("nothing") + "\n" : table.text();
  }

  std::string side(bool agree) const { return word(agree ? "side_agree" : "side_disagree"); }

  const OpinionInput& conversation_;
  const opinion::Analysis& analysis_;
  const TerminalWords& words_;
  std::string text_;
};

}  // namespace

int run(const OpinionGroupsCommand& command) {
  const auto conversation = read_opinion_input(command.files);
  if (!conversation) return 1;
  const auto analysis = opinion::analyse(conversation->votes, conversation->moderation, command.options);
  if (!command.files.json || !command.svg.empty()) {
    const TerminalWords words(terminal_language(command.files.language));
    if (!command.svg.empty()) write_file(command.svg, opinion_map(analysis, words));
    if (!command.files.json) fmt::print("{}", GroupsText(*conversation, analysis, words).text());
  }
  if (command.files.json) fmt::print("{}\n", groups_json(*conversation, analysis, command.options));
  return 0;
}

}  // namespace wijktafel::app
