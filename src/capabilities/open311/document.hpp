// Writes XML and Spark JSON from the same calls: the root's name is dropped in JSON, a list of repeated
// elements is an array always, and an empty text is null. A few tens of lines that append to one string; see
// docs/decisions for why no library does this.
//
//   Document document(Format::json);
//   document.open_list("service_requests");       // <service_requests>     [
//   document.open("request");                     //   <request>              {
//   document.text("service_request_id", "12");    //     <service_request_id>12</...>
//   "service_request_id":"12" document.close(); document.close(); document.take();
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::open311 {

enum class Format { xml, json };

// Not thread-safe.
class Document {
 public:
  explicit Document(Format format);

  // Names are ours and live as long as the document; texts are UTF-8.
  void open(std::string_view name);       // an element with others inside: a JSON object
  void open_list(std::string_view name);  // an element that repeats one other: a JSON array
  void close();
  void text(std::string_view name, std::string_view value);
  void whole_number(std::string_view name, long long value);
  void number(std::string_view name, double value);
  void yes_no(std::string_view name, bool value);
  void nothing(std::string_view name);  // <name/>, null
  std::string take();                   // everything has been closed

 private:
  struct Level {
    std::string_view name;
    bool is_list = false;
    bool is_empty = true;
  };
  void begin(std::string_view name, bool is_list);
  void begin_value(std::string_view name);
  void key(std::string_view name);
  void bare(std::string_view name, std::string_view value);
  bool is_json() const { return format_ == Format::json; }

  Format format_;
  std::string out_;
  std::vector<Level> levels_;
};

// As between the tags or the quotes. Characters that XML 1.0 cannot hold are left out.
void append_xml(std::string& out, std::string_view text);
void append_json(std::string& out, std::string_view text);

}  // namespace wijktafel::open311
