package org.postkontor.it.servers;

/**
 * Somebody with a line in the servers' list of users.
 *
 * @param password app password; empty for who can sign in with tokens only
 * @param extra    more fields of Dovecot's passwd-file, such as {@code userdb_quota_rule=*:storage=1M}
 */
public record MailUser(String address, String password, String extra) {

	/** Passwd-file (Dovecot manual): user, password, uid, gid, gecos, home, shell, extra fields. An impossible hash locks the password. */
	String line() {
		return address + ":" + (password.isEmpty() ? "{CRYPT}!" : "{PLAIN}" + password) + "::::::" + extra + "\n";
	}

	/** Without the password. */
	@Override
	public String toString() {
		return address;
	}
}
