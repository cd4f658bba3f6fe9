#include "platform/mail/mail.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/mail/encoding.hpp"

namespace wijktafel::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

Message message() {
  return {.to_address = "ank@example.nl",
          .to_name = "Ank de Vries",
          .subject = "Uw signaal",
          .text = "Beste Ank,\n\nUw signaal is opgelost.\n",
          .html = "<p>Beste Ank,</p>\n<p>Uw signaal is opgelost.</p>\n",
          .message_id = "signal-12-answered",
          .reply_to = {},
          .date = *parse_instant("2026-12-03T19:30:00+01:00")};
}

std::string headers_of(const std::string& mail) { return mail.substr(0, mail.find("\r\n\r\n") + 2); }

TEST(Address, IsOneMailboxAsServersTakeIt) {
  for (const auto* good :
       {"a@b.nl", "jan.de-vries+wijk@mail.example.nl", "o'neill@example.nl", "x@localhost", "A_1@EXAMPLE.NL"})
    EXPECT_TRUE(is_address(good)) << good;
  for (const auto* bad : {"",
                          "a",
                          "@b.nl",
                          "a@",
                          "a@b",
                          "a@b.",
                          "a@.nl",
                          "a@-b.nl",
                          "a@b_c.nl",
                          "a@1.2.3.4",
                          "a@[1.2.3.4]",
                          ".a@b.nl",
                          "a.@b.nl",
                          "a..b@c.nl",
                          "a b@c.nl",
                          "\"a b\"@c.nl",
                          "a@b.nl\r\nBcc: x@y.nl",
                          "a@b.nl\n",
                          "a@b.nl,c@d.nl",
                          "<a@b.nl>",
                          "Jan <a@b.nl>",
                          "a@b@c.nl",
                          "a(x)@b.nl",
                          "jan@bücher.nl",
                          "jé@b.nl"})
    EXPECT_FALSE(is_address(bad)) << bad;
  EXPECT_TRUE(is_address(std::string(64, 'a') + "@b.nl"));
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b.nl"));
  EXPECT_FALSE(is_address("a@" + std::string(64, 'b') + ".nl"));
}

TEST(Composed, HasTheHeadersOfAMail) {
  const auto mail = composed(message(), "wijktafel@example.org", "Wijktafel");
  const auto headers = headers_of(mail);
  EXPECT_THAT(headers, HasSubstr("From: Wijktafel\r\n <wijktafel@example.org>\r\n"));
  EXPECT_THAT(headers, HasSubstr("To: Ank de Vries\r\n <ank@example.nl>\r\n"));
  EXPECT_THAT(headers, HasSubstr("Subject: Uw signaal\r\n"));
  EXPECT_THAT(headers, HasSubstr("Date: Thu, 3 Dec 2026 18:30:00 +0000\r\n"));
  EXPECT_THAT(headers, HasSubstr("Message-ID: <signal-12-answered@example.org>\r\n"));
  EXPECT_THAT(headers, HasSubstr("MIME-Version: 1.0\r\n"));
  EXPECT_THAT(headers, Not(HasSubstr("Reply-To")));
}

TEST(Composed, CarriesTextAndHtmlAsAlternativesTheBestLast) {
  const auto mail = composed(message(), "w@example.org", "");
  const auto text = mail.find("Content-Type: text/plain; charset=utf-8");
  const auto html = mail.find("Content-Type: text/html; charset=utf-8");
  ASSERT_NE(text, std::string::npos);
  ASSERT_NE(html, std::string::npos);
  EXPECT_LT(text, html);
  EXPECT_THAT(
      mail,
      HasSubstr("Content-Type: multipart/alternative; boundary=\"=_wijktafel\"\r\n\r\n--=_wijktafel\r\n"));
  EXPECT_THAT(mail, HasSubstr("Beste Ank,\r\n\r\nUw signaal is opgelost.\r\n"));
  EXPECT_TRUE(mail.ends_with("--=_wijktafel--\r\n"));
}

TEST(Composed, CarriesTextAloneWithoutHtml) {
  auto only_text = message();
  only_text.html.clear();
  EXPECT_THAT(composed(only_text, "w@example.org", ""), Not(HasSubstr("multipart")));
}

TEST(Composed, NothingTypedBecomesAHeader) {
  auto evil = message();
  evil.subject = "Hallo\r\nBcc: iedereen@example.nl\r\n\r\n<p>eigen tekst</p>";
  evil.to_name = "Ank\r\nBcc: x@example.nl";
  evil.message_id = "a>\r\nX-Evil: 1";
  const auto headers = headers_of(composed(evil, "w@example.org", "W\nX-Evil: 2"));
  EXPECT_THAT(headers, Not(HasSubstr("\r\nBcc")));
  EXPECT_THAT(headers, Not(HasSubstr("\nX-Evil")));
  EXPECT_THAT(headers, HasSubstr("Subject: Hallo Bcc: iedereen@example.nl"));
}

TEST(Composed, ABoundaryInTheTextEndsNothing) {
  auto evil = message();
  evil.text = "--=_wijktafel--\n";
  EXPECT_THAT(composed(evil, "w@example.org", ""), HasSubstr("\r\n\r\n--=3D_wijktafel--\r\n"));
}

TEST(Composed, RefusesAnAddressThatIsNoneAndDoesNotRepeatIt) {
  auto wrong = message();
  wrong.to_address = "geheim@example.nl\r\nRCPT TO:<x@y.nl>";
  try {
    composed(wrong, "w@example.org", "");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), Not(HasSubstr("geheim")));
  }
  auto nameless = message();
  nameless.message_id.clear();
  EXPECT_THROW(composed(nameless, "w@example.org", ""), Failure);
}

TEST(HeaderText, EncodesWhatIsNotAscii) {
  EXPECT_EQ(header_text("Café é"), "=?utf-8?Q?Caf=C3=A9_=C3=A9?=");
  EXPECT_EQ(header_text("=?utf-8?Q?x?="), "=?utf-8?Q?=3D=3Futf=2D8=3FQ=3Fx=3F=3D?=");
  EXPECT_EQ(header_text("a\tb"), "a b");
}

TEST(HeaderText, FoldsLongTextsBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "é ";
  const auto header = header_text(text);
  for (const auto line : split(header, '\n')) {
    const auto word = trimmed(line);
    EXPECT_LE(std::string("Subject: ").size() + word.size(), 76u);
    EXPECT_TRUE(word.starts_with("=?utf-8?Q?") && word.ends_with("?=")) << word;
    EXPECT_THAT(std::string(word), Not(HasSubstr("=C3?=")));
    EXPECT_THAT(std::string(word), Not(HasSubstr("?Q?=A9")));
  }
}

TEST(DisplayName, IsQuotedOrEncodedWhenItMustBe) {
  EXPECT_EQ(display_name("Ank de Vries"), "Ank de Vries");
  EXPECT_EQ(display_name("Vries, A. de \"Ank\" <x@y.nl>"), "\"Vries, A. de \\\"Ank\\\" <x@y.nl>\"");
  EXPECT_EQ(display_name("Zoë"), "=?utf-8?Q?Zo=C3=AB?=");
}

TEST(QuotedPrintable, FollowsItsRules) {
  EXPECT_EQ(quoted_printable("één = 1"), "=C3=A9=C3=A9n =3D 1");
  EXPECT_EQ(quoted_printable("spatie \naan het eind\t"), "spatie=20\r\naan het eind=09");
  EXPECT_EQ(quoted_printable("a\r\nb\rc\n"), "a\r\nb\r\nc\r\n");
  EXPECT_EQ(quoted_printable(std::string(160, 'x')),
            std::string(75, 'x') + "=\r\n" + std::string(75, 'x') + "=\r\n" + std::string(10, 'x'));
  EXPECT_EQ(quoted_printable(std::string(74, 'x') + "é"), std::string(74, 'x') + "=\r\n=C3=A9");
}

TEST(PlainId, KeepsDifferentIdsDifferent) {
  EXPECT_EQ(plain_id("goals.kept-3_1"), "goals.kept-3_1");
  EXPECT_EQ(plain_id("a:b"), "a=3Ab");
  EXPECT_NE(plain_id("a=3Ab"), plain_id("a:b"));
  // A dot may not come first, last or twice in a row in a Message-ID.
  EXPECT_EQ(plain_id("..a/b."), "=2E.a=2Fb=2E");
  EXPECT_EQ(plain_id("a..b"), "a.=2Eb");
}

class MailFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "wijktafel_mail_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      found.push_back(entry.path().filename().string());
    std::ranges::sort(found);
    return found;
  }
  std::filesystem::path folder_;
};

TEST_F(MailFolder, GetsOneFilePerMessageNamedByDateAndId) {
  const auto mailer = open_mailer("file:" + folder_.string(), "w@example.org", "Wijktafel");
  mailer->send(message());
  auto second = message();
  second.message_id = "table:7/invited";
  mailer->send(second);
  EXPECT_EQ(names(), (std::vector<std::string>{"20261203T183000Z_signal-12-answered.eml",
                                               "20261203T183000Z_table=3A7=2Finvited.eml"}));
  std::ifstream file(folder_ / names()[0], std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}),
            composed(message(), "w@example.org", "Wijktafel"));
}

TEST_F(MailFolder, GetsASecondTryOnce) {
  const auto mailer = open_mailer("file:" + (folder_ / "nieuw").string(), "w@example.org", "");
  mailer->send(message());
  mailer->send(message());
  folder_ /= "nieuw";
  EXPECT_EQ(names().size(), 1u);
  const auto rights = std::filesystem::status(folder_ / names()[0]).permissions();
  EXPECT_EQ(rights & std::filesystem::perms::others_read, std::filesystem::perms::none);
  folder_ = folder_.parent_path();
}

TEST_F(MailFolder, ThatCannotBeWrittenIsAFailure) {
  std::ofstream(folder_ / "file") << "x";
  EXPECT_THROW(open_mailer("file:" + (folder_ / "file" / "below").string(), "w@example.org", ""), Failure);
}

TEST(OpenMailer, RefusesWhatItDoesNotKnowWithoutRepeatingThePassword) {
  for (const std::string address :
       {"", "file:", "ftp://host", "smtp:", "smtp://u:geheim@host:25?x=1", "smtp://u:geheim@host:25?from=x",
        "smtp://u:geheim@host:25?tls=perhaps", "smtp://u:geheim@ho st"}) {
    try {
      open_mailer(address, "w@example.org", "");
      ADD_FAILURE() << address;
    } catch (const Failure& failure) {
      EXPECT_THAT(failure.what(), Not(HasSubstr("geheim")));
    }
  }
  EXPECT_NE(open_mailer("smtp://user:p%40ss@mail.example.org:587?from=other@example.org", "", ""), nullptr);
}

}  // namespace
}  // namespace wijktafel::mail
