/** Tests of the webhook reader. Nothing here opens a socket. */
@NullMarked
package dev.baton.survey.inbound;

import org.jspecify.annotations.NullMarked;
