/*
 * The pages of those who run this service: logging in, what is published, keys, jobs, users, the custody log. No page
 * shows a person.
 */
export { operatorRoutes } from './operator-routes.ts';
