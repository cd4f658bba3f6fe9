#include "platform/html/json_view.hpp"

#include <boost/json.hpp>
#include <cmath>
#include <vector>

namespace wijktafel::html {
namespace {

class JsonSink final : public Sink {
 public:
  void text(std::string_view name, std::string_view value) override { put(name, value); }
  void number(std::string_view name, std::int64_t value) override { put(name, value); }
  void real(std::string_view name, double value) override {
    std::isfinite(value) ? put(name, value) : put(name, nullptr);
  }
  void flag(std::string_view name, bool value) override { put(name, value); }
  void safe(std::string_view, const SafeHtml&) override {}
  void nothing(std::string_view name, bool is_list) override {
    is_list ? put(name, boost::json::array()) : put(name, nullptr);
  }
  void enter(std::string_view name, bool is_list_element, Holds holds) override {
    open_.push_back({std::string(name), is_list_element, holds, {}});
  }
  void enter_component(std::string_view name, std::string_view) override {
    enter(name, false, Holds::members);
  }

  void leave() override {
    auto closed = std::move(open_.back());
    open_.pop_back();
    boost::json::value value;
    if (closed.holds == Holds::members)
      value = std::move(closed.members);
    else if (!closed.members.empty())
      value = std::move(closed.members.begin()->value());
    else
      return;  // a SafeHtml
    if (!closed.is_list_element) return put(closed.name, std::move(value));
    auto& list = open_.back().members[closed.name];
    if (!list.is_array()) list = boost::json::array();
    list.get_array().push_back(std::move(value));
  }

  std::string written() const { return boost::json::serialize(open_.front().members); }

 private:
  struct Open {
    std::string name;
    bool is_list_element = false;
    Holds holds = Holds::members;
    boost::json::object members;
  };
  template <class T>
  void put(std::string_view name, T&& value) {
    open_.back().members[name] = std::forward<T>(value);
  }

  std::vector<Open> open_ = std::vector<Open>(1);
};

}  // namespace

std::string json_from(const std::function<void(Sink&)>& pour_view) {
  JsonSink sink;
  pour_view(sink);
  return sink.written();
}

}  // namespace wijktafel::html
