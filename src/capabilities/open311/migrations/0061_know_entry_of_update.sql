-- Which entry of the history an update became: it is told there under that number. 0: from before this was kept.
ALTER TABLE open311_update ADD COLUMN sequence BIGINT NOT NULL DEFAULT 0;
