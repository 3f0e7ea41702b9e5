/**
 * Which component may reach what. Enter at {@link dev.witloof.policy.LinkPolicy}, rules that are decided when planning where
 * they can be; {@link dev.witloof.policy.OwnError} finds how an interface says in its own words that access is denied,
 * {@link dev.witloof.policy.StoreInterfaces} knows what writes, and {@link dev.witloof.policy.Audit} tells what was decided.
 *
 * <p>Imports {@code error}, {@code name}, {@code type} and {@code value}. What it decides is carried out by {@code link}.
 */
@NullMarked
package dev.witloof.policy;

import org.jspecify.annotations.NullMarked;
