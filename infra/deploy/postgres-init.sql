-- The small set-up: one server, three schemas; no role can read another's schema. The schemas of portal and back office belong to
-- roles that only migrate; what the programs may do is granted after each migration.
-- psql variables: portal_password, portal_owner_password, backoffice_password, backoffice_owner_password, identity_password
REVOKE ALL ON DATABASE madoguchi FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE ROLE portal LOGIN PASSWORD :'portal_password';
CREATE ROLE backoffice LOGIN PASSWORD :'backoffice_password';
CREATE ROLE portal_owner LOGIN PASSWORD :'portal_owner_password';
CREATE ROLE backoffice_owner LOGIN PASSWORD :'backoffice_owner_password';
CREATE ROLE identity LOGIN PASSWORD :'identity_password';

GRANT CONNECT, TEMPORARY ON DATABASE madoguchi TO portal, portal_owner, backoffice, backoffice_owner, identity;

CREATE SCHEMA portal AUTHORIZATION portal_owner;
CREATE SCHEMA backoffice AUTHORIZATION backoffice_owner;
CREATE SCHEMA identity AUTHORIZATION identity;

ALTER ROLE portal SET search_path = portal;
ALTER ROLE backoffice SET search_path = backoffice;
ALTER ROLE identity SET search_path = identity;
ALTER ROLE portal_owner SET search_path = portal;
ALTER ROLE backoffice_owner SET search_path = backoffice;
