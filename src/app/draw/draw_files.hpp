// The files that `wijktafel draw` reads and writes. What cannot be read is said on standard error, all faults
// at once; then there is nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/draw/requests.hpp"
#include "app/terminal/language.hpp"
#include "compute/sortition/published_draw.hpp"

namespace wijktafel::app {

std::optional<sortition::Pool> pool_from(const DrawInput& input, const TerminalWords& words);

inline constexpr std::string_view commitment_file = "commitment.txt";

// Never over a file that says something else (the people it was drawn from, a draw that was published): then
// that is said, nothing is written, and it gives false. Throws Failure when something cannot be written.
bool write_draw(const std::string& folder, const sortition::DrawFiles& files, const TerminalWords& words);
// Throws Failure when a file is missing.
sortition::DrawFiles draw_files(const std::string& folder);
std::optional<sortition::PublishedDraw> draw_from(const sortition::DrawFiles& files,
                                                  const TerminalWords& words);

// The panel by file, number or seed.
std::optional<sortition::Panel> panel_from(const sortition::PublishedDraw& draw, const DrawnPanel& drawn,
                                           const TerminalWords& words);
// By seed or number alone; nothing when there is no such number.
std::optional<std::size_t> panel_number(const sortition::PublishedDraw& draw, const DrawnPanel& drawn,
                                        const TerminalWords& words);
// People by their ids, as they stand; nothing when one is unknown.
std::optional<std::vector<sortition::PersonIndex>> people_named(const sortition::Pool& pool,
                                                                const std::vector<std::string>& ids,
                                                                const TerminalWords& words);

void refuse(const std::string& sentence);
void refuse(const TerminalWords& words, const std::string& file, const std::vector<InputFault>& faults);

}  // namespace wijktafel::app
