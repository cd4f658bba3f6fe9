#include "platform/html/qr.hpp"

#include <fmt/format.h>
#include <memory>
#include <qrencode.h>

namespace wijktafel::html {
namespace {

constexpr int quiet_edge = 4;  // modules, by ISO/IEC 18004
constexpr int points_of_module = 6;

struct Release {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// Dark modules beside each other are one rectangle.
std::string path_of(const QRcode& code) {
  std::string path;
  const auto is_dark = [&](int row, int column) { return (code.data[row * code.width + column] & 1) != 0; };
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width; ++column) {
      if (!is_dark(row, column)) continue;
      const int from = column;
      while (column + 1 < code.width && is_dark(row, column + 1)) ++column;
      path += fmt::format("M{} {}h{}v1h-{}z", from + quiet_edge, row + quiet_edge, column - from + 1,
                          column - from + 1);
    }
  }
  return path;
}

}  // namespace

SafeHtml qr_picture(std::string_view text, std::string_view title) {
  const std::string typed(text);
  const std::unique_ptr<QRcode, Release> code(QRcode_encodeString8bit(typed.c_str(), 0, QR_ECLEVEL_M));
  if (!code) return {};
  const int side = code->width + 2 * quiet_edge;
  return from_trusted_svg(fmt::format(
      R"(<svg role="img" viewBox="0 0 {0} {0}" width="{1}" height="{1}" shape-rendering="crispEdges"><title>{2}</title>)"
      R"(<rect width="{0}" height="{0}" fill="#fff"/><path fill="#000" d="{3}"/></svg>)",
      side, side * points_of_module, escaped(title), path_of(*code)));
}

}  // namespace wijktafel::html
