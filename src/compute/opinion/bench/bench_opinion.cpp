// Milliseconds of processor time from the text of a file to groups with their stability, on two conversations
// of compdemocracy's open data and on a made-up one of 100,000 people; and of one new vote. usage:
// bench_opinion SHARED     (the folder with data/polis)
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "compute/lot/lot.hpp"
#include "compute/opinion/conversation.hpp"
#include "compute/opinion/read_statements.hpp"
#include "compute/opinion/read_votes.hpp"

namespace wijktafel::opinion {
namespace {

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

// The middle of five rounds.
template <class Act>
double milliseconds_of(Act&& act) {
  std::vector<double> rounds;
  for (int round = 0; round < 5; ++round) {
    const double begin = processor_milliseconds();
    act();
    rounds.push_back(processor_milliseconds() - begin);
  }
  std::ranges::sort(rounds);
  return rounds[2];
}

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Three sides with a leaning of their own on each of 1,000 statements; everybody votes on 20 of them.
std::string made_up() {
  lot::Lot lot("bench", "made up");
  std::vector<std::vector<double>> leanings(3, std::vector<double>(1000));
  for (auto& side : leanings)
    for (auto& leaning : side) leaning = lot.fraction();
  std::string text = "participant,statement,vote\n";
  for (std::size_t person = 0; person < 100'000; ++person) {
    const auto& side = leanings[lot.below(4) % 3];
    const auto first = lot.below(1000);
    for (std::size_t i = 0; i < 20; ++i) {
      const auto statement = (first + i * 37) % 1000;
      const int vote = lot.below(7) == 0 ? 0 : lot.fraction() < side[statement] ? 1 : -1;
      text += fmt::format("{},{},{}\n", person, statement, vote);
    }
  }
  return text;
}

void measure(const std::string& name, const std::string& text, const std::string& comments) {
  const double reading = milliseconds_of([&] { (void)read_votes(text); });
  const auto votes = read_votes(text);
  if (!votes) return;
  const auto moderation = [&] {
    return comments.empty() ? std::vector<Moderation>() : moderation_of(*votes, *read_statements(comments));
  };
  const double computing = milliseconds_of([&] { (void)analyse(*votes, moderation(), {}); });
  const double without = milliseconds_of([&] { (void)analyse(*votes, moderation(), {.resamples = 0}); });
  Conversation conversation(*votes, moderation(), {});
  lot::Lot lot("bench", "votes");
  std::vector<double> each;
  for (int times = 0; times < 10'000; ++times) {
    const auto person = static_cast<PersonIndex>(lot.below(votes->people_count()));
    const auto statement = static_cast<StatementIndex>(lot.below(votes->statement_count()));
    const double begin = processor_milliseconds();
    conversation.add_vote(person, statement, Vote::agree);
    each.push_back(processor_milliseconds() - begin);
  }
  std::ranges::sort(each);
  const auto& analysis = conversation.analysis();
  fmt::print("| {} | {} x {} | {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.4f} | {:.4f} | {} |\n", name,
             votes->people_count(), votes->statement_count(), votes->vote_count(), reading, without,
             computing - without, reading + computing, each[each.size() / 2], each.back(),
             analysis.groups.size());
}

}  // namespace
}  // namespace wijktafel::opinion

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: bench_opinion SHARED\n");
    return 2;
  }
  using namespace wijktafel::opinion;
  const std::filesystem::path polis = std::filesystem::path(arguments[1]) / "data" / "polis";
  fmt::print(
      "| conversation | people x statements | votes | read | compute | stability | in all | a vote, middle | "
      "a vote, most | groups |\n"
      "|---|---|---|---|---|---|---|---|---|---|\n");
  for (const auto* name : {"american-assembly.bowling-green", "vtaiwan.uberx"})
    measure(name, text_of_file(polis / name / "participants-votes.csv"),
            text_of_file(polis / name / "comments.csv"));
  measure("vtaiwan.uberx (log)", text_of_file(polis / "vtaiwan.uberx" / "votes.csv"),
          text_of_file(polis / "vtaiwan.uberx" / "comments.csv"));
  measure("made up", made_up(), {});
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("most memory: {} MB\n", usage.ru_maxrss / 1024);
  return 0;
}
