// Patterns such as "/{municipality}/{area}/signalen/{number}": fixed segments win over names.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace wijktafel::http {

struct Match {
  std::size_t route = 0;  // the number given to add()
  Pairs parameters;
};

class Router {
 public:
  Router();
  ~Router();
  void add(Method method, std::string_view pattern, std::size_t route);  // a clash is our mistake
  // The route, or the methods that the path does have (for 405), or nothing (404). HEAD is found as GET.
  std::optional<Match> find(Method method, std::string_view path) const;
  std::vector<Method> methods(std::string_view path) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
};

}  // namespace wijktafel::http
