#include "platform/http/form_body.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr std::string_view urlencoded = "application/x-www-form-urlencoded";
constexpr std::string_view multipart = "multipart/form-data; boundary=XX";

FormFault fault_of(std::string_view type, std::string_view body, const FormLimits& limits = {}) {
  const auto form = decode_form(type, body, limits);
  EXPECT_FALSE(form.has_value()) << body;
  return form.has_value() ? FormFault{-1} : form.error();
}

TEST(IsForm, KnowsTheTwoKinds) {
  EXPECT_TRUE(is_form("application/x-www-form-urlencoded; charset=UTF-8"));
  EXPECT_TRUE(is_form("Multipart/Form-Data; boundary=a"));
  EXPECT_FALSE(is_form("application/json"));
  EXPECT_FALSE(is_form(""));
}

TEST(UrlencodedForm, KeepsOrderAndRepeatedNames) {
  const auto form = decode_form(urlencoded, "b=2&a=1&b=3+4&leeg=&kaal&&naam=Ren%C3%A9e");
  ASSERT_TRUE(form);
  EXPECT_THAT(form->fields, ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("b", "3 4"), Pair("leeg", ""),
                                        Pair("kaal", ""), Pair("naam", "Renée")));
  EXPECT_EQ(form->get("b"), "2");
  EXPECT_EQ(form->get("nergens"), "");
}

TEST(UrlencodedForm, RefusesWhatIsNotText) {
  EXPECT_EQ(fault_of(urlencoded, "a=%ff"), FormFault::not_text);
  EXPECT_EQ(fault_of(urlencoded, "a=%00"), FormFault::not_text);
  EXPECT_EQ(fault_of(urlencoded, "%ED%A0%80=a"), FormFault::not_text);
  EXPECT_EQ(fault_of(urlencoded, "a=%4"), FormFault::malformed);
}

TEST(UrlencodedForm, HasLimits) {
  EXPECT_EQ(fault_of(urlencoded, "a=1&b=2&c=3", {.fields = 2}), FormFault::too_many);
  EXPECT_EQ(fault_of(urlencoded, std::string(201, 'a') + "=1"), FormFault::too_many);
  EXPECT_TRUE(decode_form(urlencoded, "a=1&b=2", {.fields = 2}));
}

TEST(MultipartForm, GivesFieldsAndFiles) {
  const auto form =
      decode_form("multipart/form-data; boundary=\"X X\"",
                  "--X X\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\nregel een\r\nregel twee\r\n"
                  "--X X\r\ncontent-disposition: form-data; name=\"foto\"; filename=\"a;%22b\\c.jpg\"\r\n"
                  "Content-Type: image/jpeg\r\n\r\n\xff\xd8\r\n--X\r\n\r\n"
                  "--X X--\r\n");
  ASSERT_TRUE(form);
  EXPECT_THAT(form->fields, ElementsAre(Pair("tekst", "regel een\r\nregel twee")));
  ASSERT_EQ(form->files.size(), 1u);
  EXPECT_EQ(form->files[0].field, "foto");
  EXPECT_EQ(form->files[0].name, "a;\"b\\c.jpg");
  EXPECT_EQ(form->files[0].content_type, "image/jpeg");
  EXPECT_EQ(form->files[0].bytes, "\xff\xd8\r\n--X\r\n");
}

TEST(MultipartForm, AnEmptyFileInputIsNoFile) {
  const auto form = decode_form(multipart,
                                "--XX\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"\"\r\n"
                                "Content-Type: application/octet-stream\r\n\r\n\r\n--XX--\r\n");
  ASSERT_TRUE(form);
  EXPECT_THAT(form->files, IsEmpty());
  EXPECT_THAT(form->fields, IsEmpty());
}

TEST(MultipartForm, WithoutPartsIsAnEmptyForm) { EXPECT_TRUE(decode_form(multipart, "--XX--\r\n")); }

TEST(MultipartForm, RefusesABodyThatIsCutOff) {
  const std::string whole = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XX--";
  ASSERT_TRUE(decode_form(multipart, whole));
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_FALSE(decode_form(multipart, std::string_view(whole).substr(0, length))) << length;
}

TEST(MultipartForm, RefusesOddShapes) {
  const std::string head = "--XX\r\nContent-Disposition: form-data; name=\"a\"";
  for (const auto& body : {
           "preamble\r\n" + head + "\r\n\r\n1\r\n--XX--",
           head + "\r\n\r\n1\r\n--XX--epilogue",
           head + "\r\n\r\n1\r\n--XXY\r\n",
           head + "\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--XX--",
           head + "; name=\"b\"\r\n\r\n1\r\n--XX--",
           head + "\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--XX--",
           head + "\r\nno colon\r\n\r\n1\r\n--XX--",
           std::string("--XX\r\nContent-Type: text/plain\r\n\r\n1\r\n--XX--"),
           std::string("--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--XX--"),
           std::string("--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--XX--"),
       })
    EXPECT_EQ(fault_of(multipart, body), FormFault::malformed) << body;
  EXPECT_EQ(fault_of(multipart, head + "\r\n\r\n\xff\r\n--XX--"), FormFault::not_text);
  EXPECT_EQ(fault_of("multipart/form-data", head), FormFault::malformed);
  EXPECT_EQ(fault_of("multipart/form-data; boundary=" + std::string(71, 'a'), head), FormFault::malformed);
  EXPECT_EQ(fault_of("multipart/form-data; boundary=\"a\r\nb\"", head), FormFault::malformed);
}

TEST(MultipartForm, HasLimits) {
  const std::string field = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
  const std::string file = "--XX\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n1\r\n";
  EXPECT_TRUE(decode_form(multipart, field + file + "--XX--", {.fields = 1, .files = 1}));
  EXPECT_EQ(fault_of(multipart, field + field + "--XX--", {.fields = 1}), FormFault::too_many);
  EXPECT_EQ(fault_of(multipart, file + file + "--XX--", {.files = 1}), FormFault::too_many);
  EXPECT_EQ(fault_of(multipart, "--XX\r\nX: " + std::string(5000, 'x') + "\r\n\r\n1\r\n--XX--"),
            FormFault::too_many);
}

}  // namespace
}  // namespace wijktafel::http
