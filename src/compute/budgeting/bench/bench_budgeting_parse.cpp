// How fast Pabulib files are read, and in how much memory: a made election of many voters, and the files of a
// folder. Processor time; the best of three.
// usage: bench_budgeting_parse VOTERS [FOLDER]     (10000000 voters: 340 MB)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "compute/budgeting/pabulib.hpp"

namespace wijktafel::budgeting {
namespace {

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double megabytes_at_most() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// 100 plans; each voter names four of them, hardly ever the same four as another, with age and sex.
std::string made_election(std::uint64_t voters) {
  constexpr std::uint64_t plans = 100;
  std::string text = fmt::format(
      "META\nkey;value\nbudget;500000\nvote_type;approval\nnum_projects;{}\nnum_votes;{}\nPROJECTS\n"
      "project_id;cost\n",
      plans, voters);
  for (std::uint64_t plan = 0; plan < plans; ++plan)
    text += fmt::format("{};{}\n", 1000 + plan, 5000 + 137 * plan);
  text += "VOTES\nvoter_id;vote;age;sex\n";
  text.reserve(text.size() + voters * 36);
  std::uint64_t state = 1;
  const auto number = [&](std::uint64_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33U) % below;
  };
  for (std::uint64_t voter = 0; voter < voters; ++voter)
    fmt::format_to(std::back_inserter(text), "{};{},{},{},{};{};{}\n", voter, 1000 + number(25),
                   1025 + number(25), 1050 + number(25), 1075 + number(25), 16 + number(80),
                   number(2) == 0 ? 'F' : 'M');
  return text;
}

void say(const char* what, std::size_t bytes, double seconds) {
  const double megabytes = static_cast<double>(bytes) / 1e6;
  fmt::print("{:<28} {:9.1f} MB {:8.3f} s {:8.0f} MB/s\n", what, megabytes, seconds, megabytes / seconds);
}

void read_made(std::uint64_t voters) {
  const std::string text = made_election(voters);
  const double before = megabytes_at_most();
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const double start = processor_seconds();
    const auto election = read_pabulib(text).value();
    best = std::min(best, processor_seconds() - start);
    if (round == 0) fmt::print("{} ballots of {} voters differ\n", election.ballots(), election.voters);
  }
  say("made election", text.size(), best);
  fmt::print("most memory {:.0f} MB, with the text itself ({:.0f} MB before); {:.2f} times the text\n",
             megabytes_at_most(), before,
             megabytes_at_most() * 1.048576 / (static_cast<double>(text.size()) / 1e6));
}

void read_folder(const std::filesystem::path& folder) {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".pb") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    texts.push_back(text.str());
    bytes += texts.back().size();
  }
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const double start = processor_seconds();
    for (const auto& text : texts)
      if (!read_pabulib(text)) std::abort();
    best = std::min(best, processor_seconds() - start);
  }
  say(fmt::format("{} files", texts.size()).c_str(), bytes, best);
}

}  // namespace
}  // namespace wijktafel::budgeting

int main(int count, char** arguments) {
  if (count < 2) return 2;
  wijktafel::budgeting::read_made(std::strtoull(arguments[1], nullptr, 10));
  if (count > 2) wijktafel::budgeting::read_folder(arguments[2]);
  return 0;
}
