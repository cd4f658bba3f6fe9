// Sentences of `wijktafel draw` that several commands print.
#pragma once

#include <string>
#include <vector>

#include "app/terminal/language.hpp"
#include "compute/sortition/published_draw.hpp"
#include "compute/sortition/relaxation.hpp"
#include "compute/sortition/report.hpp"

namespace wijktafel::app {

// "2,4", with the comma or point of the language.
std::string one_decimal(const TerminalWords& words, double number);
// "7,1 %", with the comma or point of the language.
std::string percent(const TerminalWords& words, double share);

// "007": as dice show it and lottery.csv has it.
std::string panel_name(std::size_t number, std::size_t panels);

// What is wrong, with its line and column.
std::string draw_fault_text(const TerminalWords& words, const InputFault& fault);

// "at least 3 of leeftijd 18-29"
std::string quota_text(const TerminalWords& words, const sortition::Pool& pool,
                       const sortition::Clash::Quota& quota);
// The sentence above them, and a line for each quota; what an empty clash means.
std::string clash_text(const TerminalWords& words, const sortition::Pool& pool,
                       const sortition::Clash& clash);

std::string groups_text(const TerminalWords& words, const sortition::Pool& pool,
                        const sortition::DrawReport& report);
std::string no_chance_text(const TerminalWords& words, const sortition::Pool& pool,
                           const sortition::DrawReport& report);
std::string panel_table(const TerminalWords& words, const sortition::Pool& pool,
                        const std::vector<sortition::PersonIndex>& people);

}  // namespace wijktafel::app
