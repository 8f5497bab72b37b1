-- The small set-up: one server, three roles, three schemas; no role can read another's schema.
-- psql variables: portal_password, backoffice_password, identity_password
REVOKE ALL ON DATABASE madoguchi FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE ROLE portal LOGIN PASSWORD :'portal_password';
CREATE ROLE backoffice LOGIN PASSWORD :'backoffice_password';
CREATE ROLE identity LOGIN PASSWORD :'identity_password';

GRANT CONNECT, TEMPORARY ON DATABASE madoguchi TO portal, backoffice, identity;

CREATE SCHEMA portal AUTHORIZATION portal;
CREATE SCHEMA backoffice AUTHORIZATION backoffice;
CREATE SCHEMA identity AUTHORIZATION identity;

ALTER ROLE portal SET search_path = portal;
ALTER ROLE backoffice SET search_path = backoffice;
ALTER ROLE identity SET search_path = identity;
