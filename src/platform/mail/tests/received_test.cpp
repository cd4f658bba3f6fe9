#include "platform/mail/received.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace wijktafel::mail {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string heads =
    "From: =?utf-8?q?Jos=C3=A9?= <Jose@Voorbeeld.invalid>\r\nTo: "
    "signalen+parkbuurt@tafel.voorbeeld.invalid\r\n"
    "Delivered-To: signalen@tafel.voorbeeld.invalid\r\nMessage-ID: <abc@voorbeeld.invalid>\r\n"
    "Subject: =?iso-8859-1?Q?Caf=E9?=\r\nMIME-Version: 1.0\r\n";

TEST(ReceivedMail, SaysWhoWroteWhatToWhom) {
  const auto mail =
      read_received(heads + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nGat in caf\xe9\r\n");
  ASSERT_TRUE(mail);
  EXPECT_EQ(mail->from_address, "jose@voorbeeld.invalid");
  EXPECT_EQ(mail->from_name, "José");
  EXPECT_EQ(mail->subject, "Café");
  EXPECT_EQ(mail->text, "Gat in café");
  EXPECT_EQ(mail->message_id, "abc@voorbeeld.invalid");
  EXPECT_THAT(mail->to, Contains("signalen+parkbuurt@tafel.voorbeeld.invalid"));
  EXPECT_THAT(mail->to, Contains("signalen@tafel.voorbeeld.invalid"));
  EXPECT_FALSE(mail->is_automatic || mail->is_spam);
}

TEST(ReceivedMail, PrefersPlainTextAndTakesAttachmentsApart) {
  const auto mail = read_received(
      heads +
      "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; "
      "boundary=y\r\n\r\n"
      "--y\r\nContent-Type: text/plain\r\n\r\nPlat\r\n--y\r\nContent-Type: "
      "text/html\r\n\r\n<b>Rijk</b>\r\n--y--\r\n"
      "--x\r\nContent-Type: image/jpeg; name=\"../../foto.jpg\"\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: attachment\r\n\r\nSGFsbG8=\r\n--x--\r\n");
  ASSERT_TRUE(mail);
  EXPECT_EQ(mail->text, "Plat");
  ASSERT_EQ(mail->attachments.size(), 1u);
  EXPECT_EQ(mail->attachments[0].bytes, "Hallo");
  EXPECT_EQ(mail->attachments[0].type, "image/jpeg");
}

TEST(ReceivedMail, ReadsHtmlAsTextWithoutWhatNobodySees) {
  const auto mail =
      read_received(heads +
                    "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>b{}</style></head>"
                    "<body><p>Een&nbsp;gat &amp; een kuil</p><script>alert(1)</script>"
                    "<div>Tweede <b>regel</b></div></body></html>\r\n");
  ASSERT_TRUE(mail);
  EXPECT_THAT(mail->text, HasSubstr("gat & een kuil\n"));
  EXPECT_THAT(mail->text, HasSubstr("Tweede regel"));
  EXPECT_THAT(mail->text, Not(HasSubstr("alert")));
}

TEST(ReceivedMail, GivesNoBytesOfHtmlThatAreNoText) {
  EXPECT_EQ(text_of_html(""), "");
  EXPECT_EQ(text_of_html("<p>caf\xc3\xa9 &#233;</p>"), "café é");
  for (const auto* odd : {"<p>\xff\xfe", "<p>&#xD800;&#0;&#x110000;", "\x80<b", "<"})
    EXPECT_TRUE(is_utf8(text_of_html(odd))) << odd;
}

TEST(ReceivedMail, KnowsWhatAProgramSent) {
  for (const auto* line : {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <a.b>",
                           "Return-Path: <>", "X-Auto-Response-Suppress: All"})
    EXPECT_TRUE(read_received(heads + line + "\r\n\r\nIk ben weg\r\n")->is_automatic) << line;
  EXPECT_FALSE(read_received(heads + "Auto-Submitted: no\r\n\r\nHallo\r\n")->is_automatic);
  EXPECT_TRUE(read_received(heads + "X-Spam-Flag: YES\r\n\r\nHallo\r\n")->is_spam);
}

TEST(ReceivedMail, EndsAtItsLimits) {
  EXPECT_FALSE(read_received(""));
  EXPECT_FALSE(read_received("Subject: no sender\r\n\r\ntext"));
  EXPECT_FALSE(read_received(heads + "\r\n" + std::string(received_bytes_most, 'x')));
  std::string many = heads + "Content-Type: multipart/mixed; boundary=x\r\n\r\n";
  for (int i = 0; i < received_parts_most + 1; ++i) many += "--x\r\nContent-Type: text/plain\r\n\r\na\r\n";
  EXPECT_FALSE(read_received(many + "--x--\r\n"));
  std::string deep = heads;
  for (int i = 0; i < 40; ++i) {
    const auto boundary = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
  }
  EXPECT_FALSE(read_received(deep + "\r\ntext\r\n"));
}

}  // namespace
}  // namespace wijktafel::mail
