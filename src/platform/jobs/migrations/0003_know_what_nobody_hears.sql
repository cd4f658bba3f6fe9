-- Events that nothing in the program listens to, so that telling one costs no job. Written when a program starts.
CREATE TABLE job_unheard (
  event TEXT PRIMARY KEY
);
