-- The password of the application role, wrapped by the installation's key. Empty as long as it follows from that key itself;
-- set when the key is changed, so that processes with the old key and with the new one use the same password.
alter table aiwendy.installation add column role_password text;
