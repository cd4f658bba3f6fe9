#include "capabilities/mail_in/model.hpp"

#include <gmock/gmock.h>

namespace wijktafel::mail_in {
namespace {

using ::testing::ElementsAre;

TEST(MailInModel, ReadsWhatStandsBehindThePlus) {
  EXPECT_EQ(detail_of("signalen+Parkbuurt@tafel.invalid"), "parkbuurt");
  EXPECT_EQ(detail_of("signalen@tafel.invalid"), "");
  EXPECT_EQ(detail_of("a@b+c"), "");
  EXPECT_EQ(detail_of("none"), "");
  EXPECT_THAT(details_of({"a+x@b.nl", "a@b.nl", "A+X@b.nl", "a+y@b.nl"}), ElementsAre("x", "y"));
}

TEST(MailInModel, TakesTheMarksOfAnswersAndForwardsOffASubject) {
  EXPECT_EQ(title_of("Fwd: RE:  FW: Gat in de weg"), "Gat in de weg");
  EXPECT_EQ(title_of("Doorgestuurd: lamp"), "lamp");
  EXPECT_EQ(title_of("Reparatie"), "Reparatie");
  EXPECT_EQ(title_of("Re:"), "");
}

TEST(MailInModel, TakesASignatureOffAndNothingElse) {
  EXPECT_EQ(without_signature("Er is een gat.\n\n-- \nNoor\n06"), "Er is een gat.");
  EXPECT_EQ(without_signature("- een\n- twee\n---\ndrie"), "- een\n- twee\n---\ndrie");
  EXPECT_EQ(without_signature("-- \nAlleen dit"), "-- \nAlleen dit") << "never everything";
  std::string lines;
  for (int i = 0; i < 30; ++i) lines += "regel\n";
  EXPECT_NE(without_signature("Boven\n-- \n" + lines).find("regel"), std::string::npos)
      << "too long for a signature";
}

TEST(MailInModel, KeepsOfAnAnswerWhatIsNew) {
  EXPECT_EQ(
      answer_in(
          "Wij komen.\n\nOp ma 2 nov 2026 om 10:00 schreef Wijktafel <a@b.nl>:\n> Er is een gat\n>\n> groet"),
      "Wij komen.");
  EXPECT_EQ(answer_in("Wij komen.\n\nOn Mon, Nov 2, 2026 at 10:00 Wijktafel wrote:\n> gat\n"), "Wij komen.");
  EXPECT_EQ(answer_in("Wij komen.\n\nVan: Wijktafel\nVerzonden: maandag\nAan: afdeling\n\nEr is een gat"),
            "Wij komen.");
}

TEST(MailInModel, KeepsEverythingWhenItIsNotSure) {
  const std::string between = "Op uw vraag schreef ik:\n> Wat wilt u?\nHierbij mijn antwoord.";
  EXPECT_EQ(answer_in(between), between);
  const std::string only_quote = "Op ma schreef Noor:\n> alles staat hier";
  EXPECT_EQ(answer_in(only_quote), only_quote);
  EXPECT_EQ(answer_in("Van: de buurman, die ook klaagt"), "Van: de buurman, die ook klaagt");
}

}  // namespace
}  // namespace wijktafel::mail_in
