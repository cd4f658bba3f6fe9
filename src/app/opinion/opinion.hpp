// `wijktafel opinion`: groups of opinion from votes on statements, and which statement to show next. The
// mathematics is src/compute/opinion.
#pragma once

#include <cstddef>
#include <string>

#include "app/computations.hpp"
#include "compute/opinion/analysis.hpp"

namespace wijktafel::app {

struct OpinionFiles {
  std::string votes;
  std::string statements;  // empty: texts and moderation are not known
  std::string language;    // --language; empty: the environment
  bool json = false;
};

struct OpinionGroupsCommand {
  OpinionFiles files;
  opinion::AnalysisOptions options;
  std::string svg;  // where the map goes; empty: no map
};

struct OpinionNextCommand {
  OpinionFiles files;
  std::string participant;
  std::size_t count = 1;
};

void add_opinion(CLI::App& app, Computation& chosen);

// Exit status: 0 done, 1 a file is not as it should be (said on standard error, all faults at once).
int run(const OpinionGroupsCommand& command);
int run(const OpinionNextCommand& command);

}  // namespace wijktafel::app
