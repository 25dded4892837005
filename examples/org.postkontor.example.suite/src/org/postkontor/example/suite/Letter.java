package org.postkontor.example.suite;

import java.nio.file.Path;

import org.postkontor.account.MailAddress;

/** A letter to be sent by e-mail. @param sender address of the account that sends; @param document the letter as PDF */
public record Letter(MailAddress sender, String recipient, String subject, String text, Path document) {
}
