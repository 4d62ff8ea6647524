/**
 * HTTP to whoever is not AWS. What is said there is the business of those who call; nothing but the
 * making of clients may live here.
 */
@NullMarked
package dev.baton.shell.http;

import org.jspecify.annotations.NullMarked;
