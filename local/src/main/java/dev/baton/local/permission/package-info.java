/**
 * What the policies of the template allow, decided for every call to AWS as IAM decides it: a
 * function that lacks a permission on AWS lacks it here.
 */
@NullMarked
package dev.baton.local.permission;

import org.jspecify.annotations.NullMarked;
