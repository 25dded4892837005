/** The command line against fakes: parsing, exit codes, JSON fields, texts. */
package org.postkontor.cli.tests;
