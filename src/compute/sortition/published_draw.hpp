// The files that make a draw public, so that anybody can repeat it. What they hold, byte by byte: UTF-8, LF,
// a comma between cells, quotes only where a cell needs them, chances as the shortest decimals that give the
// same double again.
//   settings.csv      name,value: form, status, method, size, per_household, lottery, largest_deviation
//   pool.csv          id, household (only with a household rule), then the categories: no names or addresses
//   quotas.csv        the quotas, in the form they were read in
//   distribution.csv  chance, member_1 ... member_K: the panels the method found
//   lottery.csv       panel (000, 001, ...), member_1 ... member_K: equally likely
//   chances.csv       id, chance, panels: what follows from the two above for each person
// The commitment is the SHA-256, in hexadecimals, of the lines "<SHA-256 of a file>  <its name>\n" of the
// first five, in this order: `sha256sum settings.csv pool.csv quotas.csv distribution.csv lottery.csv |
// sha256sum` computes it too. It is published before the seed is known; the panel is then number
//   Lot("panel", seed).below(size of the lottery)      compute/lot/lot.hpp
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/sortition/lottery.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

enum class DrawFile { settings, pool, quotas, distribution, lottery, chances };
inline constexpr std::array<std::string_view, 6> draw_file_names = {
    "settings.csv", "pool.csv", "quotas.csv", "distribution.csv", "lottery.csv", "chances.csv"};
inline constexpr std::size_t committed_files = 5;

// The texts, in the order of DrawFile.
using DrawFiles = std::array<std::string, draw_file_names.size()>;

// The chances that follow from the panels, added in their order, the same for equal people (types.hpp) where
// they differ by rounding alone, and rounded to 12 decimals: what is published, and what the lottery is made
// from. The rest as it is.
Plan published_plan(const Pool& pool, Plan plan);

// `plan` is a published_plan, `lottery` made from it.
DrawFiles publish(const Pool& pool, const Plan& plan, const Lottery& lottery);
std::string commitment(const DrawFiles& files);

// The quotas as a file that reads back: with min_flex and max_flex when a quota has them.
std::string quotas_text(const Pool& pool);
std::string settings_text(const Pool& pool, const Plan& plan, const Lottery& lottery);
std::string chances_text(const Pool& pool, const Plan& plan, const Lottery& lottery);
std::string distribution_text(const Pool& pool, const Plan& plan);
std::string lottery_text(const Pool& pool, const Lottery& lottery);
// One panel: id and categories of each member.
std::string panel_text(const Pool& pool, const Panel& panel);

// The same pool, people called by the number of their row, from 1: for who does not want to publish ids.
Pool with_row_numbers(Pool pool);

// Which panel of a lottery belongs to a seed.
std::size_t drawn_panel(std::string_view seed, std::size_t lottery_size);

// A draw as it was read back.
struct PublishedDraw {
  Pool pool;
  Plan plan;                      // panels, chances, method, status
  Lottery lottery;                // counted again
  double promised_deviation = 0;  // Lottery::person_deviation as the settings say it
};

struct DrawFault {
  DrawFile file = DrawFile::settings;
  InputFault fault;
};

// Reasons are those of read_pool.hpp, and: unknown_setting {name, value}, missing_setting {name},
// unknown_person, double_member {id}, wrong_number {found, expected}, not_a_chance {cell}.
Result<PublishedDraw, std::vector<DrawFault>> read_draw(const DrawFiles& files);

// The members of a file as panel_text writes it: its first column. Reasons as above.
Result<Panel, std::vector<InputFault>> read_panel(std::string_view text, const Pool& pool);

}  // namespace wijktafel::sortition
