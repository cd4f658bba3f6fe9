// `wijktafel draw` from files to files, as somebody at a terminal meets it.
#include <boost/json.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "app/draw/requests.hpp"
#include "app/terminal/files.hpp"
#include "base/tests/shared_folder.hpp"
#include "compute/lot/lot.hpp"
#include "compute/sortition/published_draw.hpp"
#include "compute/sortition/report.hpp"

namespace wijktafel::app {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

struct Said {
  int status = 0;
  std::string out;
  std::string fault;
};

template <class Request>
Said said(const Request& request) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int status = run(request);
  std::fflush(nullptr);
  return {status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

// Eight people, a panel of four: two of each sex, one to three young.
class DrawCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              fmt::format("wijktafel-draw-{}-{}", ::getpid(),
                          testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    write("categories.csv", "category,feature,min,max\nsex,f,2,2\nsex,m,2,2\nage,young,1,2\nage,old,2,3\n");
    write("people.csv",
          "name,person_id,sex,age,street\nAnna,p1,f,young,Weg 1\nBo,p2,f,old,Weg 2\nCor,p3,m,old,Weg 3\n"
          "Dirk,p4,m,young,Weg 4\nEva,p5,f,old,Weg 5\nFenna,p6,f,young,Weg 6\nGijs,p7,m,old,Weg "
          "7\nHans,p8,m,old,Weg 8\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const { write_file(path(name), text); }
  std::string text(const std::string& name) const { return text_of(folder_ / name); }

  DrawPlan plan() const {
    DrawPlan plan;
    plan.input = {path("categories.csv"), path("people.csv"), {.panel_size = 4}};
    plan.lottery = 100;
    plan.language = "en";
    return plan;
  }
  // Makes the published files.
  Said planned() const {
    auto request = plan();
    request.out = path("draw");
    return said(request);
  }
  DrawnPanel drawn(const std::string& seed = "krant") const { return {path("draw"), seed, {}, {}}; }

 private:
  std::filesystem::path folder_;
};

TEST_F(DrawCommand, PlansWithTheKeysThatWerePromised) {
  auto request = plan();
  request.json = true;
  const auto [status, out, fault] = said(request);
  EXPECT_EQ(status, 0) << fault;
  const auto object = json::parse(out).as_object();
  std::vector<std::string> keys;
  for (const auto& entry : object) keys.emplace_back(entry.key());
  EXPECT_THAT(keys, testing::ElementsAre("status", "size", "people", "types", "stages", "minimum",
                                         "probabilities", "certificate", "panels", "seconds"));
  EXPECT_EQ(object.at("status").as_string(), "optimal");
  // Two of four women and two of four men: 1/2 for each, when the ages allow it; the quotas of age do.
  EXPECT_NEAR(object.at("minimum").as_double(), 0.5, 1e-9);
  EXPECT_NEAR(object.at("probabilities").as_object().at("p7").as_double(), 0.5, 1e-9);
  EXPECT_LE(object.at("certificate").as_object().at("gap").as_double(), 1e-7);
}

TEST_F(DrawCommand, PublishesNumbersOfRowsAndNoNames) {
  EXPECT_EQ(planned().status, 0);
  const auto pool = text("draw/pool.csv");
  EXPECT_THAT(pool, testing::StartsWith("id,sex,age\n1,f,young\n2,f,old\n"));
  EXPECT_THAT(pool, Not(HasSubstr("Anna")));
  EXPECT_THAT(pool, Not(HasSubstr("Weg")));
  EXPECT_THAT(text("draw/LEESMIJ.txt"), HasSubstr("sha256sum"));
  auto request = plan();
  request.out = path("ids");
  request.publish_ids = true;
  request.input.reading.household_columns = {"street"};
  request.input.reading.per_household = 1;
  EXPECT_EQ(said(request).status, 0);
  EXPECT_THAT(text("ids/pool.csv"), testing::StartsWith("id,household,sex,age\np1,1,f,young\np2,2,f,old\n"));
}

TEST_F(DrawCommand, GivesTheSameBytesEachTime) {
  const auto first = planned();
  sortition::DrawFiles before;
  for (std::size_t i = 0; i < before.size(); ++i)
    before.at(i) = text("draw/" + std::string(sortition::draw_file_names.at(i)));
  EXPECT_EQ(planned().out, first.out);
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(text("draw/" + std::string(sortition::draw_file_names.at(i))), before.at(i));
  EXPECT_THAT(first.out, HasSubstr(sortition::commitment(before)));
}

TEST_F(DrawCommand, WritesOverNoFileThatSaysSomethingElse) {
  std::filesystem::create_directories(path("draw"));
  write("draw/pool.csv", text("people.csv"));
  auto request = plan();
  request.input.people = path("draw/pool.csv");
  request.out = path("draw");
  const auto refused = said(request);
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.fault, HasSubstr("another file pool.csv"));
  EXPECT_EQ(text("draw/pool.csv"), text("people.csv"));
  EXPECT_FALSE(std::filesystem::exists(path("draw/settings.csv")));
}

TEST_F(DrawCommand, SaysYesToNoChancesThatWereNotComputedAgain) {
  ASSERT_EQ(planned().status, 0);
  const auto quick = said(DrawVerify{drawn(), "", true, false, "en"});
  EXPECT_EQ(quick.status, 0);
  EXPECT_THAT(quick.out, HasSubstr("Whether the chances are as fair as they can be was not checked."));
  EXPECT_THAT(quick.out, Not(HasSubstr("Yes, this draw is right.")));
}

TEST_F(DrawCommand, PicksByTheSeedOrByANumber) {
  ASSERT_EQ(planned().status, 0);
  const auto number = lot::Lot("panel", "krant").below(100);
  const auto by_seed = said(DrawPick{drawn(), path("panel.csv"), false, "nl"});
  EXPECT_EQ(by_seed.status, 0);
  EXPECT_THAT(by_seed.out, HasSubstr(fmt::format("Geloot: panel {:02} van de 100.", number)));
  auto by_number = DrawPick{drawn(""), path("same.csv"), true, "nl"};
  by_number.drawn.number = static_cast<std::int64_t>(number);
  EXPECT_EQ(json::parse(said(by_number).out).at("members").as_array().size(), 4U);
  EXPECT_EQ(text("panel.csv"), text("same.csv"));
  by_number.drawn.number = 100;
  const auto refused = said(by_number);
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.fault, HasSubstr("Er is geen panel 100."));
}

TEST_F(DrawCommand, VerifiesWhatWasPublished) {
  ASSERT_EQ(planned().status, 0);
  ASSERT_EQ(said(DrawPick{drawn(), path("panel.csv"), false, "en"}).status, 0);
  DrawVerify request{drawn(), "", false, false, "en"};
  request.drawn.panel = path("panel.csv");
  const auto yes = said(request);
  EXPECT_EQ(yes.status, 0) << yes.out;
  EXPECT_THAT(yes.out, HasSubstr("right: the chances were computed again and are the same"));
  EXPECT_THAT(yes.out, HasSubstr("Yes, this draw is right."));

  request.drawn.seed = "another";
  if (sortition::drawn_panel("another", 100) != sortition::drawn_panel("krant", 100)) {
    const auto other = said(request);
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.out, HasSubstr("WRONG: the panel belongs to this seed"));
  }
  request.drawn.seed = "krant";
  request.commitment = std::string(64, '0');
  EXPECT_THAT(said(request).out, HasSubstr("WRONG: commitment"));
}

TEST_F(DrawCommand, ShowsTheFirstDifferenceOfATamperedFile) {
  ASSERT_EQ(planned().status, 0);
  DrawVerify request{drawn(), "", true, false, "en"};
  // Somebody takes the place of another in the first panel of the lottery, within the quotas.
  auto lottery = text("draw/lottery.csv");
  const auto line = lottery.find("\n00,") + 1;
  const auto end = lottery.find('\n', line);
  const std::string first = lottery.substr(line, end - line);
  const auto draw = sortition::read_draw([&] {
    sortition::DrawFiles files;
    for (std::size_t i = 0; i < files.size(); ++i)
      files.at(i) = text("draw/" + std::string(sortition::draw_file_names.at(i)));
    return files;
  }());
  ASSERT_TRUE(draw);
  std::string other = "00";
  for (const auto member : draw->lottery.panels.back()) other += "," + draw->pool.people[member].id;
  ASSERT_NE(other, first);
  write("draw/lottery.csv", lottery.replace(line, end - line, other));
  const auto no = said(request);
  EXPECT_EQ(no.status, 1);
  EXPECT_THAT(no.out, HasSubstr("WRONG: commitment to the files"));
  EXPECT_THAT(no.out, HasSubstr("WRONG: the list of chances is right"));
  EXPECT_THAT(no.out, HasSubstr("in chances.csv, line "));
  EXPECT_THAT(no.out, HasSubstr("No, this draw is not right."));

  // Chances that belong to another plan, with a commitment of their own.
  std::filesystem::remove_all(path("draw"));
  ASSERT_EQ(planned().status, 0);
  auto maximin = text("draw/settings.csv");
  maximin.replace(maximin.find("lottery,100"), 11, "lottery,many");
  write("draw/settings.csv", maximin);
  const auto unread = said(request);
  EXPECT_EQ(unread.status, 1);
  EXPECT_THAT(unread.fault, HasSubstr("line 7"));
}

TEST_F(DrawCommand, ReplacesMembersWithinTheQuotas) {
  ASSERT_EQ(planned().status, 0);
  const auto picked = json::parse(said(DrawPick{drawn(), "", true, "en"}).out);
  const std::string out(picked.at("members").as_array().at(0).as_string());
  DrawReplace request{drawn(), {out}, {}, "", path("new.csv"), true, "en"};
  const auto replaced = said(request);
  ASSERT_EQ(replaced.status, 0) << replaced.fault;
  const auto answer = json::parse(replaced.out);
  EXPECT_EQ(answer.at("members").as_array().size(), 4U);
  EXPECT_EQ(answer.at("joined").as_array().size(), 1U);
  EXPECT_NE(answer.at("joined").as_array().at(0).as_string(), out);

  // The new panel goes on: the next replacement begins with it.
  DrawReplace next = request;
  next.drawn = {path("draw"), "krant", {}, path("new.csv")};
  const auto gone = said(next);
  EXPECT_EQ(gone.status, 1);
  EXPECT_THAT(gone.fault, HasSubstr(out + " is not a member of the panel."));

  request.unavailable = {"1", "2", "3", "4", "5", "6", "7", "8"};
  const auto impossible = said(request);
  EXPECT_EQ(impossible.status, 1);
  EXPECT_THAT(impossible.fault, HasSubstr("Nobody can take the place within the quotas."));
  request.unavailable = {"99"};
  EXPECT_THAT(said(request).fault, HasSubstr("Nobody is called 99."));
}

TEST_F(DrawCommand, AsksAlternatesBeforeTheLot) {
  ASSERT_EQ(planned().status, 0);
  write("drop.csv", "category,feature,chance\nsex,f,0.3\n");
  const DrawAlternates request{drawn(), 2, 0, path("drop.csv"), path("alternates.csv"), true, "en"};
  const auto answered = said(request);
  ASSERT_EQ(answered.status, 0) << answered.fault;
  const auto alternates = json::parse(answered.out).at("alternates").as_array();
  ASSERT_EQ(alternates.size(), 2U);
  EXPECT_THAT(text("alternates.csv"), HasSubstr("\n" + std::string(alternates.at(0).as_string()) + ","));
  // Only women drop out: the first who is asked is a woman.
  EXPECT_THAT(text("alternates.csv"),
              testing::StartsWith("id,sex,age\n" + std::string(alternates.at(0).as_string()) + ",f,"));
  write("drop.csv", "category,feature,chance\nsex,x,0.3\n");
  EXPECT_THAT(said(request).fault, HasSubstr("line 2, character 5: “x” is no value of sex"));
}

TEST_F(DrawCommand, RelaxesQuotasIntoAFileThatWorks) {
  write("categories.csv", "category,feature,min,max\nsex,f,3,3\nsex,m,3,3\nage,young,1,2\nage,old,2,3\n");
  const auto refused = said(plan());
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.fault, HasSubstr("line 2: sex: the minima add up to 6, more than the panel (4)."));
  DrawRelax request{plan().input, path("relaxed.csv"), false, "en"};
  const auto relaxed = said(request);
  EXPECT_EQ(relaxed.status, 0);
  EXPECT_THAT(relaxed.out, HasSubstr("  - at least 3 of sex: f\n  - at least 3 of sex: m\n"));
  auto again = plan();
  again.input.quotas = path("relaxed.csv");
  EXPECT_EQ(said(again).status, 0);
  request.input.quotas = path("relaxed.csv");
  EXPECT_THAT(said(request).out, HasSubstr("These quotas can be met."));
}

TEST_F(DrawCommand, ReportsOnGroups) {
  ASSERT_EQ(planned().status, 0);
  const auto [status, out, fault] = said(DrawReportRequest{path("draw"), true, "en"});
  EXPECT_EQ(status, 0);
  const auto report = json::parse(out);
  EXPECT_NEAR(report.at("gini").as_double(), 0, 1e-9);
  EXPECT_EQ(report.at("groups").as_array().size(), 4U);
  const auto dutch = said(DrawReportRequest{path("draw"), false, "nl"}).out;
  EXPECT_THAT(dutch, HasSubstr("50,0 %"));
  EXPECT_THAT(dutch, HasSubstr("(Gini) 0,000"));
}

TEST_F(DrawCommand, GivesAllFaultsAtOnce) {
  write("people.csv", "person_id,sex,age\np1,x,young\np1,f,\n");
  const auto refused = said(plan());
  EXPECT_EQ(refused.status, 1);
  for (const auto* sentence :
       {"line 2, character 4: “x” is no value of sex", "line 3, character 1: The id p1 is there already",
        "line 3, character 6: There is nothing in the column age.", "A panel of 4 cannot be"})
    EXPECT_THAT(refused.fault, HasSubstr(sentence));
}

// gini and geomean of ../shared/reference/leximin.json, by another solver.
TEST(DrawReport, AgreesWithTheReference) {
  const auto reference = shared_folder("reference/leximin.json");
  const auto pools = shared_folder("data/sortition");
  if (!reference || !pools) GTEST_SKIP() << "no reference in ../shared/reference";
  const auto entries = json::parse(text_of(*reference)).as_object();
  std::size_t compared = 0;
  for (const auto& [name, size] : {std::pair{"example_small_20", 20},
                                   {"example_large_200", 200},
                                   {"wijkpanel_klein_24", 24},
                                   {"syn_mass_24", 24}}) {
    const auto pool = sortition::read_pool(text_of(*pools / name / "categories.csv"),
                                           text_of(*pools / name / "respondents.csv"), {.panel_size = size});
    ASSERT_TRUE(pool) << name;
    const auto report =
        sortition::report_on(*pool, sortition::published_plan(*pool, sortition::make_plan(*pool, {})));
    EXPECT_NEAR(report.gini, entries.at(name).at("gini").to_number<double>(), 1e-5) << name;
    EXPECT_NEAR(report.geometric_mean, entries.at(name).at("geomean").to_number<double>(), 1e-6) << name;
    EXPECT_NEAR(report.largest, entries.at(name).at("max_prob").to_number<double>(), 1e-6) << name;
    ++compared;
  }
  fmt::print("{} reports compared\n", compared);
  EXPECT_EQ(compared, 4U);
}

}  // namespace
}  // namespace wijktafel::app
