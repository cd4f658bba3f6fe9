#include "design/tests/page_support.hpp"

#include <gtest/gtest.h>

namespace wijktafel::design {

namespace {

constexpr Date today(std::chrono::year(2026), std::chrono::November, std::chrono::day(22));

}  // namespace

Town::Town()
    : folder_(std::filesystem::path(testing::TempDir()) / "design_town"),
      database_(db::testing::fresh(db::Engine::sqlite)),
      clock_(at(today, 12)),
      templates_(words_),
      files_(folder_),
      service_(new web::Service{.database = *database_,
                                .clock = clock_,
                                .words = words_,
                                .templates = templates_,
                                .files = files_,
                                .jobs = jobs_,
                                .permissions = permissions_,
                                .base_url = "http://tafel.nl",
                                .municipality_path = "/stad",
                                .is_demo = false,
                                .mail_folder = {},
                                .kinds = {},
                                .tabs = {},
                                .slots = {},
                                .asset_version = "v1",
                                .find_area_by_slug = {},
                                .find_area = {},
                                .find_actor = {}}) {
  request.target = "/stad/bomenbuurt/signalen?status=open&geheim=1";
  request.path = "/stad/bomenbuurt/signalen";
  request.query = {{"status", "open"}, {"geheim", "1"}};
}

Town::~Town() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

web::Call Town::call(i18n::Language language) {
  web::AreaRef area;
  area.key = "BU1";
  area.name = "Bomenbuurt";
  area.path = "/stad/bomenbuurt";
  area.lineage = {"BU1", "WK1", "GM1"};
  area.crumbs = {{"Stad", "/stad"}, {"Noord", "/stad/noord"}};
  return {.service = *service_,
          .request = request,
          .actor = identity::visitor(),
          .language = language,
          .now = clock_.now(),
          .today = today,
          .area = area};
}

}  // namespace wijktafel::design
