// Who asks. Roles, areas and organisations are opaque keys here; capabilities give them meaning.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"

namespace wijktafel::identity {

enum class PersonId : std::int64_t {};
enum class OrganisationId : std::int64_t {};

// A role held for an area (and all areas below it) or for an organisation; both empty: for the whole
// municipality.
struct Grant {
  std::string
      role;  // "coordinator", "moderator", "administrator", "member", "panel_member", "council_member"
  std::string area;
  std::optional<OrganisationId> organisation;
};

struct Actor {
  std::optional<PersonId> person;  // none: a visitor, or the system when `is_system`
  std::string name;
  std::vector<Grant> grants;
  bool is_system = false;  // a job, an import: may do everything, shown as "Wijktafel"

  bool is_signed_in() const { return person.has_value(); }
  // `lineage` is the area with everything above it (BU..., WK..., GM...).
  bool has_role(std::string_view role, std::span<const std::string> lineage) const;
  bool is_member_of(OrganisationId organisation) const;
  std::vector<OrganisationId> organisations() const;
};

Actor visitor();
Actor system_actor();

// Which roles a permission belongs to; filled from the manifests of the capabilities.
class Permissions {
 public:
  void grant(std::string permission, std::set<std::string> roles);
  bool is_known(std::string_view permission) const;
  bool allows(const Actor& actor, std::string_view permission, std::span<const std::string> lineage) const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> roles_;
};

}  // namespace wijktafel::identity
