// Money of an election as people write it: its scale says how many decimals there are, its file in which
// currency.
#pragma once

#include <string>

#include "compute/budgeting/election.hpp"
#include "platform/i18n/words.hpp"

namespace wijktafel::app {

class MoneyText {
 public:
  // Euros when the file names no currency.
  MoneyText(i18n::Language language, const budgeting::Election& election);

  // "€ 9.500", "€ 9.500,50", "9,500 PLN"; whole money without decimals, otherwise two or as many as there
  // are.
  std::string text(budgeting::Money money) const;
  // A part of a payment, rounded to hundredths.
  std::string rounded(double money) const;

 private:
  i18n::Language language_;
  std::int64_t scale_;
  std::string currency_;
};

}  // namespace wijktafel::app
