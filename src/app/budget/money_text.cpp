#include "app/budget/money_text.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wijktafel::app {
namespace {

char decimal_sign(i18n::Language language) { return language == i18n::Language::nl ? ',' : '.'; }

std::string currency_of(const budgeting::Election& election) {
  for (const auto& [key, value] : election.meta)
    if (key == "currency") return value;
  return "EUR";
}

}  // namespace

MoneyText::MoneyText(i18n::Language language, const budgeting::Election& election)
    : language_(language), scale_(election.money_scale), currency_(currency_of(election)) {}

std::string MoneyText::text(budgeting::Money money) const {
  const auto rest = money < 0 ? -(money % scale_) : money % scale_;
  std::string digits = i18n::number(language_, money / scale_);
  if (money < 0 && money / scale_ == 0) digits = "-" + digits;
  if (rest != 0) {
    std::string decimals;
    for (auto place = scale_ / 10; place > 0; place /= 10)
      decimals += static_cast<char>('0' + rest / place % 10);
    if (decimals.size() == 1) decimals += '0';
    while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
    digits += decimal_sign(language_) + decimals;
  }
  if (currency_ != "EUR") return digits + " " + currency_;
  return (language_ == i18n::Language::nl ? "€ " : "€") + digits;
}

std::string MoneyText::rounded(double money) const {
  const double hundredths = std::round(money / static_cast<double>(scale_) * 100);
  constexpr double most = 9e15;  // whole numbers that a double holds exactly
  MoneyText in_hundredths = *this;
  in_hundredths.scale_ = 100;
  return in_hundredths.text(static_cast<budgeting::Money>(std::clamp(hundredths, -most, most)));
}

}  // namespace wijktafel::app
